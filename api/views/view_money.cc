#include "api/views/view_money.h"

#include "domain/plans/unit_plan.h"
#include "projections/money/ratio_figures.h"

namespace luuvet::api {

std::string line_name(const World& world, const BudgetLineId& line) {
  const auto* state = world.budget_lines.find(line.value);
  return state ? state->content.name : std::string();
}

std::string component_name(const World& world, const BudgetLineId& line, const ComponentId& component) {
  const BudgetBook* book = world.budget_books.find(line.value);
  const BudgetComponent* found = book ? find_component(*book, component) : nullptr;
  return found ? found->content.name : std::string();
}

namespace {

struct Counted {
  std::size_t lines = 0;
  std::size_t revised = 0;
};

// Lines of the programme with a need, and those restated after the round was opened and before the next one was.
Counted restated(const World& world, const ProgrammeId& programme, Sequence from, Sequence before) {
  Counted counted;
  world.budget_lines.for_each([&](const auto& row) {
    if (row->content.programme != programme || row->content.heading) return;
    ++counted.lines;
    const BudgetBook* book = world.budget_books.find(row->content.id.value);
    if (book && book->revised && book->revised->sequence > from && (before == 0 || book->revised->sequence < before))
      ++counted.revised;
  });
  return counted;
}

}  // namespace

void write_need_rounds(std::string& out, const World& world, const ProgrammeId& programme) {
  static const NeedRounds kNone;
  const NeedRounds* found = world.need_rounds.find(programme.value);
  const auto& rounds = found ? found->rounds : kNone.rounds;
  std::size_t at = 0;
  write_array(out, rounds, [&](std::string& to, const NeedRound& round) {
    ++at;
    const Sequence next = at < rounds.size() ? rounds[at].opened_at : 0;
    const Counted counted = restated(world, programme, round.opened_at, next);
    JsonObject(to)
        .member("due", round.due)
        .member("document", round.document)
        .member("opened_at", round.opened_time)
        .member("closed_at", round.closed_time)
        .member("lines", counted.lines)
        .member("revised", counted.revised);
  });
}

void write_cell(std::string& out, const MoneyCell& cell) {
  JsonObject(out)
      .member("year", cell.year)
      .member("funding_source", cell.funding_source)
      .member("allocated", cell.allocated)
      .member("carried_over", cell.carried_over)
      .member("advances_outstanding", cell.advances)
      .member("disbursed", cell.disbursed)
      .member("remaining", cell.remaining())
      .member("above_ceiling", cell.above_ceiling());
}

namespace {

// "3.25": to two places, without zeros at the end.
std::string percent_text(std::int64_t hundredths) {
  std::uint8_t scale = 2;
  while (scale > 0 && hundredths % 10 == 0) {
    hundredths /= 10;
    --scale;
  }
  return to_string(Decimal{hundredths, scale});
}

void write_figures(std::string& out, const World& world, const Ratio& ratio, const RatioFigures& figures) {
  const projections::RatioOutcome outcome = projections::outcome_of(world, ratio, figures);
  JsonObject object(out);
  object.member("year", figures.year).member("basis", figures.basis).member("numerator", outcome.numerator);
  object.member("numerator_entered", outcome.entered).member("denominator", figures.denominator);
  object.with("percent",
              [&](std::string& to) { to += outcome.hundredths ? percent_text(*outcome.hundredths) : "null"; });
  object.member("met", outcome.met).member("document", figures.document);
}

}  // namespace

void write_row(std::string& out, const ViewContext& context, const RatioState& row) {
  JsonObject object(out);
  object.member("id", row.id).member("programme", row.programme).member("name", row.name);
  object.member("minimum_percent", row.minimum_percent).member("definitions", row.definitions);
  object.with("figures", [&](std::string& to) {
    write_array(to, row.figures, [&](std::string& inner, const RatioFigures& figures) {
      write_figures(inner, context.views.world, row, figures);
    });
  });
  add_life(object, context, {Aggregate::kRatio, row.id.value});
}

}  // namespace luuvet::api
