#include "server/plans/matching.h"

#include <algorithm>
#include <set>

#include "domain/base/fold.h"

namespace luuvet::server {
namespace {

class Matching {
 public:
  Matching(const World& world, const ProgrammeId& programme) {
    world.tasks.for_each([&](const auto& task) {
      if (task->content.programme == programme)
        tasks_.push_back({task, fold(task->content.title), task->imported ? fold(task->imported->title) : ""});
    });
  }

  // The surest ways first, each over all rows, so that a row takes no task that is surely another row's.
  std::vector<TaskPtr> run(const std::vector<PlanRow>& rows) {
    std::vector<TaskPtr> matched(rows.size());
    const auto pass = [&](const auto& fits) {
      for (std::size_t at = 0; at < rows.size(); ++at) {
        if (matched[at]) continue;
        matched[at] = find([&](const Known& known) { return fits(known, rows[at]); });
        if (matched[at]) taken_.insert(matched[at]->content.id.value);
      }
    };
    pass([](const Known& known, const PlanRow& row) { return known.task->content.id.value == row.file.id; });
    pass([](const Known& known, const PlanRow& row) { return same_place(known, row) && same_title(known, row); });
    pass([](const Known& known, const PlanRow& row) { return same_place(known, row) && alike(known, row); });
    pass([](const Known& known, const PlanRow& row) { return same_title(known, row); });
    pass([](const Known& known, const PlanRow& row) { return same_place(known, row); });
    return matched;
  }

 private:
  struct Known {
    TaskPtr task;
    std::string title;       // folded
    std::string last_title;  // as last imported
  };

  // The only one that fits and that no row has taken; null where there are several.
  template <class F>
  TaskPtr find(const F& fits) const {
    TaskPtr found;
    for (const Known& known : tasks_) {
      if (taken_.contains(known.task->content.id.value) || !fits(known)) continue;
      if (found) return nullptr;
      found = known.task;
    }
    return found;
  }

  static bool same_title(const Known& known, const PlanRow& row) {
    return row.file.id.empty() && (known.title == row.folded_title || known.last_title == row.folded_title);
  }

  static bool same_place(const Known& known, const PlanRow& row) {
    const Task& task = known.task->content;
    const FileRow& file = row.file;
    if (!task.source || file.number.empty() || !file.id.empty()) return false;
    const bool annex = file.annex.empty() || task.source->annex == file.annex;
    const bool section = file.section.empty() || task.source->section.value_or("") == file.section;
    return annex && section && task.source->number.value_or("") == one_line(file.number);
  }

  static std::set<std::string> words_of(const std::string& folded) {
    std::set<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      words.insert(folded.substr(begin, end - begin));
      begin = end + 1;
    }
    return words;
  }

  // A third of the words of both are in both.
  static bool alike(const std::string& left, const std::string& right) {
    const auto a = words_of(left), b = words_of(right);
    const auto shared = std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); });
    return static_cast<std::size_t>(shared) * 3 >= a.size() + b.size();
  }
  static bool alike(const Known& known, const PlanRow& row) {
    return alike(known.title, row.folded_title) || alike(known.last_title, row.folded_title);
  }

  std::vector<Known> tasks_;
  std::set<std::string> taken_;
};

}  // namespace

std::vector<TaskPtr> match_rows(const World& world, const ProgrammeId& programme, const std::vector<PlanRow>& rows) {
  return Matching(world, programme).run(rows);
}

}  // namespace luuvet::server
