// Drawn in points of an A4 sheet; A3 is the same drawing, larger. Text is laid out by Pango, so
// that a long name breaks and every letter finds a font that has it.
#include "desk/poster.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <memory>
#include <numbers>
#include <stdexcept>

#include "desk/qr.h"

namespace mashang::desk {
namespace {

constexpr double kWidth = 595.28;  // A4, in points of 1/72 inch
constexpr double kHeight = 841.89;
constexpr double kMargin = 48;
constexpr double kBand = 168;  // the coloured head of the sheet
constexpr double kCodeSide = 262;

struct Colour {
  double red, green, blue;
};
constexpr Colour kRed{0.64, 0.15, 0.12}, kGold{0.84, 0.68, 0.35}, kInk{0.13, 0.12, 0.11},
    kQuiet{0.36, 0.34, 0.32}, kWhite{1, 1, 1};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Pen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

struct Style {
  double size;  // points
  bool bold = false;
  Colour colour = kInk;
  PangoAlignment align = PANGO_ALIGN_CENTER;
};

void choose(cairo_t* pen, const Colour& colour) {
  cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue);
}

void fill_box(cairo_t* pen, double x, double y, double width, double height, const Colour& colour) {
  choose(pen, colour);
  cairo_rectangle(pen, x, y, width, height);
  cairo_fill(pen);
}

Layout layout_of(cairo_t* pen, const std::string& text, double width, const Style& style) {
  Layout layout(pango_cairo_create_layout(pen), g_object_unref);
  PangoFontDescription* font =
      pango_font_description_from_string("Noto Sans CJK SC, Noto Sans SC, sans-serif");
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), int(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), style.align);
  pango_layout_set_text(layout.get(), text.c_str(), int(text.size()));
  return layout;
}

/// Writes within `width` from the upper left corner; gives where the text ends.
double write(cairo_t* pen, const std::string& text, double x, double y, double width,
             const Style& style) {
  if (text.empty()) return y;
  const Layout layout = layout_of(pen, text, width, style);
  choose(pen, style.colour);
  cairo_move_to(pen, x, y);
  pango_cairo_show_layout(pen, layout.get());
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return y + double(height) / PANGO_SCALE;
}

double write_across(cairo_t* pen, const std::string& text, double y, const Style& style) {
  return write(pen, text, kMargin, y, kWidth - 2 * kMargin, style);
}

void draw_code(cairo_t* pen, const std::string& address, double x, double y) {
  const QrSquares code = qr_squares(address);
  const double square = kCodeSide / (code.side + 2 * kQuietZone);
  fill_box(pen, x, y, kCodeSide, kCodeSide, kWhite);
  choose(pen, kInk);
  for (int row = 0; row < code.side; ++row)
    for (int column = 0; column < code.side; ++column)
      if (code.at(column, row))
        cairo_rectangle(pen, x + (column + kQuietZone) * square, y + (row + kQuietZone) * square,
                        square, square);
  // One path: squares that are filled one by one show seams in print.
  cairo_fill(pen);
}

double draw_head(cairo_t* pen, const Poster& poster) {
  fill_box(pen, 0, 0, kWidth, kBand, kRed);
  fill_box(pen, 0, kBand, kWidth, 5, kGold);
  double y = write_across(pen, "码上找代表", 30, {.size = 56, .bold = true, .colour = kWhite});
  write_across(pen, poster.platform, y + 2, {.size = 17, .colour = kWhite});
  y = write_across(pen, poster.heading, kBand + 22, {.size = 32, .bold = true});
  return write_across(pen, poster.below_heading, y + 2, {.size = 15, .colour = kQuiet});
}

void draw_step(cairo_t* pen, std::size_t place, const Text2s& step, double x, double y,
               double width) {
  constexpr double kRadius = 12;
  choose(pen, kRed);
  cairo_new_path(pen);  // text leaves a point behind, which the circle would be joined to
  cairo_arc(pen, x + width / 2, y + kRadius, kRadius, 0, 2 * std::numbers::pi);
  cairo_fill(pen);
  write(pen, std::to_string(place), x, y + 1, width, {.size = 15, .bold = true, .colour = kWhite});
  const double below =
      write(pen, step.zh, x + 6, y + 2 * kRadius + 6, width - 12, {.size = 15, .bold = true});
  write(pen, step.en, x + 6, below + 1, width - 12, {.size = 10, .colour = kQuiet});
}

void draw_steps(cairo_t* pen, const Poster& poster, double y) {
  const double width = (kWidth - 2 * kMargin) / double(poster.steps.size());
  for (std::size_t i = 0; i < poster.steps.size(); ++i)
    draw_step(pen, i + 1, poster.steps[i], kMargin + double(i) * width, y, width);
}

void draw_foot(cairo_t* pen, const Poster& poster) {
  double y = kHeight - 108;
  fill_box(pen, kMargin, y - 8, kWidth - 2 * kMargin, 0.75, kGold);
  for (const std::string& fact : poster.facts)
    y = write_across(pen, fact, y, {.size = 12, .colour = kQuiet});
  y = write_across(pen, poster.emergency.zh, y + 3, {.size = 12, .bold = true, .colour = kRed});
  y = write_across(pen, poster.emergency.en, y, {.size = 9, .colour = kQuiet});
  // Who can't scan can type.
  write_across(pen, poster.address, y + 3, {.size = 11, .colour = kQuiet});
}

void draw(cairo_t* pen, const Poster& poster) {
  fill_box(pen, 0, 0, kWidth, kHeight, kWhite);
  double y = draw_head(pen, poster) + 8;
  draw_code(pen, poster.address, (kWidth - kCodeSide) / 2, y);
  y = write_across(pen, poster.call.zh, y + kCodeSide + 2, {.size = 23, .bold = true});
  write_across(pen, poster.call.en, y + 1, {.size = 12, .colour = kQuiet});
  draw_steps(pen, poster, kHeight - 236);
  draw_foot(pen, poster);
}

cairo_status_t keep(void* kept, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(kept)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

double scale_of(Paper paper) { return paper == Paper::a3 ? std::numbers::sqrt2 : 1; }

void require_drawn(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

/// Draws the sheets on the surface and ends it, so that all its bytes are kept.
void draw_all(cairo_surface_t* surface, std::span<const Poster> posters, Paper paper) {
  const Pen pen(cairo_create(surface), cairo_destroy);
  cairo_scale(pen.get(), scale_of(paper), scale_of(paper));
  for (const Poster& poster : posters) {
    draw(pen.get(), poster);
    cairo_show_page(pen.get());
  }
  require_drawn(cairo_status(pen.get()));
  cairo_surface_finish(surface);
  require_drawn(cairo_surface_status(surface));
}

using MakeSurface = cairo_surface_t*(cairo_write_func_t, void*, double, double);

std::string drawn(MakeSurface* make, std::span<const Poster> posters, Paper paper) {
  std::string bytes;
  const double scale = scale_of(paper);
  const Surface surface(make(keep, &bytes, kWidth * scale, kHeight * scale), cairo_surface_destroy);
  draw_all(surface.get(), posters, paper);
  return bytes;
}

}  // namespace

std::string posters_pdf(std::span<const Poster> posters, Paper paper) {
  return drawn(cairo_pdf_surface_create_for_stream, posters, paper);
}

std::string poster_svg(const Poster& poster, Paper paper) {
  return drawn(cairo_svg_surface_create_for_stream, {&poster, 1}, paper);
}

}  // namespace mashang::desk
