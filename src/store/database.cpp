// The order of opening: lock, file, schema, writer, readers. Closing is the reverse, but for the
// writer, which is drained first, while its handlers may still read.
#include "store/database.h"

#include "store/migrations.h"

namespace mashang::store {
namespace {

/// The same connection, its schema up to date before anybody else uses the file.
Connection& migrated(Connection& connection, const DatabaseSettings& settings) {
  // The log keeps its order, so that even then a power cut can't break the file.
  if (!settings.durable) connection.run("pragma synchronous = normal");
  migrate(connection);
  return connection;
}

}  // namespace

Database::Database(const DatabaseSettings& settings)
    : folder_(settings.folder),
      attachments_(folder_.attachment_folder()),
      write_connection_(folder_.database_file(), Connection::Access::read_write),
      writer_(migrated(write_connection_, settings), settings.writer),
      snapshots_(folder_.database_file(), settings.reader_count) {}

Database::~Database() { writer_.stop(); }

}  // namespace mashang::store
