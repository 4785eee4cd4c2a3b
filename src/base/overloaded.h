// Overloaded: several lambdas as one visitor of a variant.
#pragma once

namespace mashang {

template <typename... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace mashang
