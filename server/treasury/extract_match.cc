#include "server/treasury/extract_match.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/money/budget_scene.h"

namespace luuvet::server {
namespace {

struct ComponentPlace {
  BudgetLineId line;
  ComponentId component;
};

// Codes that name exactly one component of the province.
class Codes {
 public:
  Codes(const World& world, const AgencyId& agency) : world_(world) {
    world.budget_books.for_each([&](const auto& book) {
      const Subject line{Aggregate::kBudgetLine, book->line.value};
      if (!of_province(world, world.programme_of(line), agency)) return;
      for (const BudgetComponent& each : book->components)
        if (each.content.code && each.content.kind != ComponentKind::kNonBudget)
          known_[*each.content.code].push_back({book->line, each.id});
    });
  }

  std::optional<ComponentPlace> find(const std::string& code) const {
    const auto found = known_.find(code);
    if (found != known_.end() && found->second.size() == 1) return found->second.front();
    const TreasuryCode* last = world_.treasury_codes.find(code);
    const BudgetBook* book = last ? world_.budget_books.find(last->line.value) : nullptr;
    if (!book || !find_component(*book, last->component)) return std::nullopt;
    return ComponentPlace{last->line, last->component};
  }

 private:
  const World& world_;
  std::map<std::string, std::vector<ComponentPlace>> known_;
};

using CellKey = std::tuple<BudgetLineId, ComponentId, std::int64_t, FundingSource>;
using RowKey = std::tuple<std::string, std::optional<PaymentKind>, Amount, std::int32_t, std::optional<std::string>,
                          std::int64_t, FundingSource>;

class Matcher {
 public:
  Matcher(const World& world, const AgencyId& agency, const ExtractSettings& settings)
      : world_(world), settings_(settings), codes_(world, agency) {
    for (const ExtractFix& fix : settings.rows) fixes_[fix.row] = &fix;
  }

  void add(const ExtractLine& line) {
    const auto found = fixes_.find(line.fact.row);
    const ExtractFix* fix = found == fixes_.end() ? nullptr : found->second;
    MatchedRow row;
    row.fact = line.fact;
    if (fix && fix->kind && row.fact.kind) row.fact.kind = fix->kind;
    set_key(row.fact, line);
    row.owner = fix ? fix->owner : std::nullopt;
    row.fault = line.fault;
    row.place = place_of(line, fix);
    judge(row, fix);
    result_.rows.push_back(std::move(row));
  }

  MatchedRows take() { return std::move(result_); }

 private:
  // Equal rows of one file are told apart by how many stand above.
  void set_key(ExtractFact& fact, const ExtractLine& line) {
    const std::int64_t year = line.budget_year.value_or(0);
    const FundingSource source = line.funding_source.value_or(FundingSource::kProvincialBudget);
    const RowKey key{fact.code, fact.kind, fact.amount, fact.paid_on.days, fact.voucher, year, source};
    fact.key = extract_row_key(settings_.profile, fact, year, source, repeats_[key]++);
  }

  std::optional<ExtractPlace> place_of(const ExtractLine& line, const ExtractFix* fix) const {
    if (fix && fix->place) return fix->place;
    const auto component = codes_.find(line.fact.code);
    if (!component || !line.budget_year || !line.funding_source) return std::nullopt;
    return ExtractPlace{component->line, component->component, *line.budget_year, *line.funding_source};
  }

  void judge(MatchedRow& row, const ExtractFix* fix) {
    if (fix && fix->skip.value_or(false)) {
      row.state = MatchState::kSkipped;
    } else if (row.fault) {
      row.state = MatchState::kFaulty;
    } else if (world_.treasury_rows.find(row.fact.key)) {
      row.state = MatchState::kKnown;
    } else if (row.place) {
      judge_cell(row);
    } else {
      row.amount = row.fact.amount;
      row.kind = row.fact.kind;
    }
  }

  const BudgetComponent* component_at(const ExtractPlace& place) const {
    const BudgetBook* book = world_.budget_books.find(place.line.value);
    return book ? find_component(*book, place.component) : nullptr;
  }

  void judge_cell(MatchedRow& row) {
    const BudgetComponent* component = component_at(*row.place);
    if (!component) {
      row.place.reset();
      row.amount = row.fact.amount;
      return;
    }
    const MoneyCell cell = cell_of(*component, row.place->budget_year, row.place->funding_source);
    ExtractCell& running = running_cell(*row.place, cell.disbursed);
    if (!row.fact.kind && !totals_.insert({key_of(*row.place), row.fact.row}).second) {
      row.state = MatchState::kFaulty;
      row.fault = Message{"Dòng lũy kế khác của tệp đã nói về chỗ này.", "Another total of the file is of this place."};
      return;
    }
    if (!row.fact.kind && cell.cumulative_at && *cell.cumulative_at > row.fact.paid_on) {
      row.state = MatchState::kKnown;
      return;
    }
    const Amount change =
        row.fact.kind ? disbursed_by(*row.fact.kind, row.fact.amount) : plus(row.fact.amount, -running.after);
    if (change == 0) {
      row.state = MatchState::kKnown;
      return;
    }
    row.kind =
        row.fact.kind ? row.fact.kind : std::optional(change > 0 ? PaymentKind::kPayment : PaymentKind::kRepayment);
    row.amount = change > 0 ? change : -change;
    running.after = plus(running.after, change);
    row.state = change > 0 && running.after > cell.allocated ? MatchState::kOverCeiling : MatchState::kMatched;
  }

  static CellKey key_of(const ExtractPlace& place) {
    return {place.line, place.component, place.budget_year, place.funding_source};
  }
  ExtractCell& running_cell(const ExtractPlace& place, Amount disbursed) {
    const auto [found, fresh] = places_.try_emplace(key_of(place), result_.cells.size());
    if (fresh) result_.cells.push_back({place, disbursed, disbursed});
    return result_.cells[found->second];
  }

  const World& world_;
  const ExtractSettings& settings_;
  const Codes codes_;
  std::map<std::int64_t, const ExtractFix*> fixes_;
  std::map<RowKey, std::int64_t> repeats_;
  std::map<CellKey, std::size_t> places_;
  std::map<CellKey, std::int64_t> totals_;  // the row that said the total of a cell
  MatchedRows result_;
};

}  // namespace

MatchedRows match_extract(const World& world, const AgencyId& agency, const std::vector<ExtractLine>& lines,
                          const ExtractSettings& settings) {
  Matcher matcher(world, agency, settings);
  for (const ExtractLine& line : lines) matcher.add(line);
  MatchedRows result = matcher.take();
  std::erase_if(result.cells, [](const ExtractCell& cell) { return cell.before == cell.after; });
  return result;
}

}  // namespace luuvet::server
