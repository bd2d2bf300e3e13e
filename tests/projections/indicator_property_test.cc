// Random work on the figures of many agencies: the whole is that of an account kept beside it, exactly, and no later
// act moves what an earlier moment says.
#include <gtest/gtest.h>

#include "api/views/view_indicator.h"
#include "api/views/view_submission.h"
#include "projections/indicators/indicator_figures.h"
#include "server/engine/replay.h"
#include "server/log/memory_event_log.h"
#include "tests/projections/random_figures.h"
#include "tests/support/log_of_facts.h"

namespace luuvet::test {
namespace {

using namespace projections;

__extension__ using Wide = __int128;

constexpr int kSteps = 400;
constexpr std::size_t kAgencies = 12;
const Date kDay = *parse_date("2026-09-30");

const RegisterState<Indicator>& state_of(const World& world) {
  return *world.indicators.find("i1");
}
std::optional<CombinedFigure> latest_of(const World& world) {
  return latest_figure(world, state_of(world).content, kDay);
}

Wide scaled(Decimal value, int decimals) {
  Wide number = value.mantissa;
  for (int i = value.scale; i < decimals; ++i) number *= 10;
  return number;
}

// The quotient in percent with six decimals, rounded to the nearest: twice the distance is at most what it is of.
bool is_quotient(Decimal value, const RandomFigures::Whole& whole) {
  const Wide difference = scaled(value, 6) * whole.below - Wide{whole.above} * 100 * 1'000'000;
  return 2 * (difference < 0 ? -difference : difference) <= whole.below;
}

void expect_coverage(const CombinedFigure& figure, const RandomFigures::Whole& whole, int step) {
  ASSERT_EQ(figure.due, whole.due) << step;
  ASSERT_EQ(figure.reported, whole.reported) << step;
  ASSERT_EQ(figure.missing, whole.missing) << step;
}

TEST(IndicatorProperty, X15TheRateOfTheWholeIsThatOfAllThatCount) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    RandomFigures figures(Combining::kRate, kAgencies, seed);
    for (int step = 0; step < kSteps; ++step) {
      figures.act();
      const RandomFigures::Whole whole = figures.whole();
      const auto latest = latest_of(figures.seen().world());
      ASSERT_EQ(latest.has_value(), whole.reported > 0) << step;
      if (!latest) continue;
      ASSERT_EQ(scaled(*latest->figure.numerator, 4), whole.above) << step;
      ASSERT_EQ(scaled(*latest->figure.denominator, 4), whole.below) << step;
      ASSERT_TRUE(is_quotient(*latest->figure.value, whole)) << step;
      expect_coverage(*latest, whole, step);
    }
  }
}

TEST(IndicatorProperty, X15TheSumOfTheWholeIsThatOfAllThatCount) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    RandomFigures figures(Combining::kSum, kAgencies, seed);
    for (int step = 0; step < kSteps; ++step) {
      figures.act();
      const RandomFigures::Whole whole = figures.whole();
      const auto latest = latest_of(figures.seen().world());
      ASSERT_EQ(latest.has_value(), whole.reported > 0) << step;
      if (!latest) continue;
      ASSERT_EQ(scaled(*latest->figure.value, 4), whole.above) << step;
      expect_coverage(*latest, whole, step);
    }
  }
}

// The row of the list, the series and how complete the period is, as they are answered.
std::string reading_of(const Views& views) {
  const api::ViewContext context(views, kDay);
  std::string reading;
  api::write_row(reading, context, state_of(views.world));
  reading += api::series_body(context, "log", state_of(views.world));
  reading += api::completeness_body(context, "log", "2026", period_completeness(views, "2026", std::nullopt));
  return reading;
}

void store(server::EventLog& log, const std::vector<Recorded>& all) {
  std::vector<server::NewRecord> records;
  for (const Recorded& each : all)
    records.push_back(stored(each, correlation("fact " + std::to_string(each.meta.sequence), "fact")));
  ASSERT_TRUE(std::holds_alternative<server::Appended>(log.append(log.head(), records)));
}

TEST(IndicatorProperty, X13W250ARestatementChangesNoEarlierReading) {
  RandomFigures figures(Combining::kRate, kAgencies, 57);
  std::vector<std::pair<Sequence, std::string>> said;
  for (int step = 0; step < kSteps; ++step) {
    figures.act();
    if (step % 10 == 0) said.emplace_back(figures.seen().world().head, reading_of(figures.seen().views()));
  }
  server::MemoryEventLog log;
  store(log, figures.seen().log());
  const server::PastViews past(log);
  std::size_t restated = 0, moved = 0;
  for (const auto& [sequence, reading] : said) {
    const auto views = past.at(sequence);
    ASSERT_EQ(views->world.head, sequence);
    ASSERT_EQ(reading_of(*views), reading) << "as of " << sequence;
    restated += reading.find(R"("restated":true)") != std::string::npos;
    moved += reading != said.back().second;
  }
  EXPECT_GT(restated, said.size() / 3);
  EXPECT_EQ(moved, said.size() - 1);
}

}  // namespace
}  // namespace luuvet::test
