#include "tests/seeds/seed_rows.h"

#include "server/import/seed_reader.h"

namespace luuvet::server::testing {

std::filesystem::path seeds_folder() {
  return LUUVET_SEEDS_FOLDER;
}

const Seeds& all_seeds() {
  static const Seeds seeds = read_seeds(seeds_folder());
  return seeds;
}

std::vector<const Task*> leaf_tasks(std::string_view programme) {
  std::vector<const Task*> result = rows_of<Task>(programme);
  std::erase_if(result, [](const Task* task) { return task->is_group || task->links_to; });
  return result;
}

}  // namespace luuvet::server::testing
