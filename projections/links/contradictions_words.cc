// Contradictions between the words of one row and what another row says: numbers, duties, products.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "domain/base/fold.h"
#include "projections/likeness.h"
#include "projections/links/contradiction_parts.h"
#include "projections/links/contradictions.h"

namespace luuvet::projections {
namespace {

// Share of an indicator's words that a text must have to speak of it.
constexpr int kNames = 70;
constexpr std::size_t kTellingWords = 4;
// A product that another task's words hold and its own do not.
constexpr int kOthersWords = 30;
constexpr std::size_t kProductWords = 6;

struct Texts {
  std::vector<std::string> subjects;
  std::vector<std::string> texts;

  void add(std::string subject, std::string text) {
    subjects.push_back(std::move(subject));
    texts.push_back(std::move(text));
  }
  Likeness likeness() const { return Likeness({texts.begin(), texts.end()}); }
};

std::string words(const Task& row) {
  return row.title + ". " + row.content.value_or("");
}

// Numbers before a percent sign: "tối thiểu 40%" gives 40.
std::vector<double> percents(const std::string& text) {
  std::vector<double> found;
  for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && (std::isdigit(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == ',')) --begin;
    std::string number = text.substr(begin, end - begin);
    std::replace(number.begin(), number.end(), ',', '.');
    if (!number.empty() && number != ".") found.push_back(std::atof(number.c_str()));
  }
  return found;
}

// Whether the words hold what the indicator asks in the years of their plan. A number that it reaches only later, or
// had before, is another one; where it asks nothing in these years, any of its numbers will do.
bool names_target(const Indicator& row, const Programme& plan, const std::vector<double>& numbers) {
  const auto named = [&](const Target& each) {
    return each.value.low && std::find(numbers.begin(), numbers.end(), number(*each.value.low)) != numbers.end();
  };
  const auto in_plan = [&](const Target& each) {
    return each.value.low && each.year >= plan.year_from && each.year <= plan.year_to;
  };
  const bool asks = std::any_of(row.targets.begin(), row.targets.end(), in_plan);
  return std::any_of(row.targets.begin(), row.targets.end(),
                     [&](const Target& each) { return named(each) && (!asks || in_plan(each)); });
}

// Of a plan of the same province; null: another's.
const Programme* plan_beside(const World& world, const Task& task, const Indicator& indicator) {
  const auto* plan = world.programmes.find(task.programme.value);
  const auto* other = world.programmes.find(indicator.programme.value);
  return plan && other && plan->content.province == other->content.province ? &plan->content : nullptr;
}

void compare_numbers(const World& world, Contradictions& found) {
  Texts all;
  std::vector<const Task*> tasks;
  world.tasks.for_each([&](const auto& task) {
    if (!carries_work(task->content) || percents(words(task->content)).empty()) return;
    tasks.push_back(&task->content);
    all.add("task/" + task->content.id.value, words(task->content));
  });
  std::vector<const Indicator*> indicators;
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (row.heading || row.targets.empty() || row.unit != std::optional<std::string>("%")) return;
    indicators.push_back(&row);
    all.add("indicator/" + row.id.value, row.name);
  });
  const Likeness likeness = all.likeness();
  for (std::size_t i = 0; i < indicators.size(); ++i)
    for (std::size_t task = 0; task < tasks.size(); ++task) {
      const std::size_t indicator = tasks.size() + i;
      if (likeness.word_count(indicator) < kTellingWords || likeness.contained(indicator, task) < kNames) continue;
      const Programme* plan = plan_beside(world, *tasks[task], *indicators[i]);
      if (!plan || names_target(*indicators[i], *plan, percents(words(*tasks[task])))) continue;
      found.push_back(
          {{},
           ContradictionKind::kTextTarget,
           likeness.contained(indicator, task),
           {{all.subjects[task], "content", all.texts[task]},
            {all.subjects[indicator], "targets", all.texts[indicator] + ": " + targets_text(*indicators[i])}}});
    }
}

std::vector<std::string> clauses(const std::string& text) {
  std::vector<std::string> result{std::string()};
  for (const char c : text) {
    if (c == ',' || c == ';' || c == '.' || c == '\n') {
      result.emplace_back();
      continue;
    }
    result.back() += c;
  }
  return result;
}

// Who is chiefly responsible: by the member's own duties, and by the list of indicators.
void compare_duties(const World& world, Contradictions& found) {
  Texts all;
  std::vector<const Indicator*> indicators;
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (row.heading || !row.member) return;
    indicators.push_back(&row);
    all.add("indicator/" + row.id.value, row.name);
  });
  std::vector<const Member*> members;
  world.members.for_each([&](const auto& member) {
    for (const std::string& duty : member->content.duties) {
      if (fold(duty).find("chiu trach nhiem") == std::string::npos) continue;
      for (const std::string& clause : clauses(duty)) {
        members.push_back(&member->content);
        all.add("member/" + member->content.id.value, clause);
      }
    }
  });
  const Likeness likeness = all.likeness();
  std::set<std::pair<std::string, std::string>> told;
  for (std::size_t i = 0; i < indicators.size(); ++i)
    for (std::size_t j = 0; j < members.size(); ++j) {
      const std::size_t duty = indicators.size() + j;
      if (*indicators[i]->member == members[j]->id || likeness.word_count(i) < kTellingWords) continue;
      const int score = likeness.contained(i, duty);
      if (score < kNames || !told.emplace(all.subjects[i], all.subjects[duty]).second) continue;
      found.push_back({{},
                       ContradictionKind::kResponsibility,
                       score,
                       {{all.subjects[duty], "duties", all.texts[duty]},
                        {all.subjects[i], "member", all.texts[i] + ": " + indicators[i]->tracking_text.value_or("")}}});
    }
}

// The same product on several tasks, which only some of them speak of.
void compare_products(const World& world, Contradictions& found) {
  Texts all;
  std::map<std::string, std::vector<std::size_t>> by_product;
  std::vector<std::string> products;
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    if (!carries_work(row) || !row.deliverables_text) return;
    by_product[fold(*row.deliverables_text)].push_back(all.texts.size());
    products.push_back(*row.deliverables_text);
    all.add("task/" + row.id.value, words(row));
  });
  const std::size_t count = all.texts.size();
  for (const std::string& each : products) all.add({}, each);
  const Likeness likeness = all.likeness();
  for (const auto& [product, rows] : by_product) {
    if (rows.size() < 2 || likeness.word_count(count + rows.front()) < kProductWords) continue;
    const auto own = [&](std::size_t row) { return likeness.contained(count + row, row); };
    const std::size_t owner =
        *std::max_element(rows.begin(), rows.end(), [&](auto a, auto b) { return own(a) < own(b); });
    for (const std::size_t row : rows)
      if (own(owner) >= kOthersWords && own(row) * 2 <= own(owner))
        found.push_back({{},
                         ContradictionKind::kCopiedProduct,
                         100 - own(row),
                         {{all.subjects[row], "deliverables", products[row]},
                          {all.subjects[owner], "deliverables", products[owner]}}});
  }
}

}  // namespace

void find_in_words(const World& world, Contradictions& found) {
  compare_numbers(world, found);
  compare_duties(world, found);
  compare_products(world, found);
}

}  // namespace luuvet::projections
