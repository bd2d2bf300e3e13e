// Extracts of the treasury: their rows are facts, booked also above what is allocated; what does not belong anywhere
// yet is kept until somebody settles it (M18 to M21).
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "domain/act_items.h"
#include "domain/money/budget_scene.h"

namespace luuvet {
namespace {

using Cell = std::tuple<BudgetLineId, ComponentId, std::int64_t, FundingSource>;

Cell cell_key(const ExtractPlace& place) {
  return {place.line, place.component, place.budget_year, place.funding_source};
}

// The component of a place, where it is there and may have such payments.
const BudgetComponent* component_at(const World& world, const ExtractPlace& place) {
  const BudgetBook* book = world.budget_books.find(place.line.value);
  return book ? find_component(*book, place.component) : nullptr;
}

void check_place(BodyCheck& check, const std::string& pointer, const ExtractPlace& place, const AgencyId& agency) {
  const World& world = check.world();
  const Subject line{Aggregate::kBudgetLine, place.line.value};
  if (!world.budget_lines.find(place.line.value) || !of_province(world, world.programme_of(line), agency))
    return check.unknown(pointer + "/line", place.line.value);
  const BudgetComponent* component = component_at(world, place);
  if (!component) return check.unknown(pointer + "/component", place.component.value);
  if (component->content.kind == ComponentKind::kNonBudget)
    check.fault(pointer + "/component", "Vốn ngoài ngân sách không thanh toán qua kho bạc.",
                "Money outside the budget is not paid by the treasury.");
  check_budget_year(check, pointer + "/budget_year", place.budget_year);
}

void check_fact(BodyCheck& check, const std::string& pointer, const ExtractFact& fact, ExtractProfile profile) {
  // A total may be 0: everything was paid back.
  if (profile == ExtractProfile::kVouchers || fact.amount != 0) check_amount(check, pointer + "/amount", fact.amount);
  check.not_future(pointer + "/paid_on", fact.paid_on);
  const std::pair<std::string_view, const std::string&> words[] = {
      {"/code", fact.code}, {"/text", fact.text}, {"/voucher", fact.voucher ? *fact.voucher : fact.code}};
  for (const auto& [member, value] : words)
    if (value.size() > kFactBytesMax)
      check.fault(pointer + std::string(member), "Dài quá 400 byte.", "This is longer than 400 bytes.");
  if ((profile == ExtractProfile::kVouchers) != fact.kind.has_value())
    check.fault(pointer + "/kind", "Loại thanh toán chỉ có ở bảng kê theo chứng từ.",
                "Vouchers have a kind, totals have none.");
}

// The province whose money the agency keeps; empty where it is not registered.
std::string province_of(const World& world, const AgencyId& agency) {
  const AgencyState* state = world.agencies.find(agency.value);
  return state ? state->content.province : std::string();
}

// `booked_by`: who has booked the extract; of a new one the agency itself.
Result<Capacity> treasury_capacity(const Scene& scene, const AgencyId& agency, const AgencyId& booked_by) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant&) {
    return relation == Relation::kProvince && province_of(scene.world, agency) == province_of(scene.world, booked_by);
  });
  if (grant) return grant->capacity;
  return forbidden("M03", "Số liệu kho bạc do Sở Tài chính ghi sổ.",
                   "The finance department books the treasury's files.");
}

// What comes of one fact in its cell; null kind: nothing.
struct Change {
  std::optional<PaymentKind> kind;
  Amount amount = 0;
};

// Keeps what the same act has already done to the cells.
class Booker {
 public:
  Booker(const Scene& scene, Decision& decision, const TreasuryExtractId& extract)
      : scene_(scene), decision_(decision), extract_(extract) {}

  // False: there is nothing to book, because a newer total was booked or the total is what stands there.
  bool book(const ExtractFact& fact, const ExtractPlace& place, std::optional<ReasonText> text) {
    const Change change = change_of(fact, place);
    if (!change.kind) return false;
    running_[cell_key(place)] = plus(now(place), disbursed_by(*change.kind, change.amount));
    const ExtractRowRef from{extract_, fact.key, fact.row, fact.code,
                             fact.kind ? std::nullopt : std::optional(fact.paid_on)};
    const Subject line{Aggregate::kBudgetLine, place.line.value};
    decision_.events.push_back({line, programme_id_of(scene_.world, line), std::nullopt,
                                BudgetDisbursed{{scene_.context.new_id + "-" + std::to_string(++number_)},
                                                place.component,
                                                place.budget_year,
                                                place.funding_source,
                                                *change.kind,
                                                change.amount,
                                                fact.paid_on,
                                                fact.voucher,
                                                std::nullopt,
                                                from,
                                                std::move(text)}});
    return true;
  }

 private:
  MoneyCell cell(const ExtractPlace& place) const {
    return cell_of(*component_at(scene_.world, place), place.budget_year, place.funding_source);
  }
  Amount now(const ExtractPlace& place) const {
    const auto found = running_.find(cell_key(place));
    return found == running_.end() ? cell(place).disbursed : found->second;
  }
  // M20: of a total the difference to what was disbursed; a newer total has covered it.
  Change change_of(const ExtractFact& fact, const ExtractPlace& place) const {
    if (fact.kind) return {fact.kind, fact.amount};
    const auto newest = cell(place).cumulative_at;
    if (newest && *newest > fact.paid_on) return {};
    const Amount difference = plus(fact.amount, -now(place));
    if (difference == 0) return {};
    return {difference > 0 ? PaymentKind::kPayment : PaymentKind::kRepayment,
            difference > 0 ? difference : -difference};
  }

  const Scene& scene_;
  Decision& decision_;
  const TreasuryExtractId extract_;
  std::map<Cell, Amount> running_;
  std::size_t number_ = 0;
};

void check_book(BodyCheck& check, const BookTreasuryExtract& body, const AgencyId& agency) {
  check.text("/name", body.name);
  check.document("/document", body.document);
  if ((body.profile == ExtractProfile::kCumulative) != body.as_at.has_value())
    check.fault("/as_at", "Bảng lũy kế cần ngày chốt số liệu.", "Totals have the day up to which they go.");
  check.not_future("/as_at", body.as_at);
  if (body.rows.empty()) check.fault("/rows", "Tệp không có dòng nào để ghi sổ.", "The file has no row to book.");
  check.size("/rows", body.rows.size(), kExtractRowsMax);
  std::set<std::string> used;
  for (std::size_t i = 0; i < std::min(body.rows.size(), kExtractRowsMax); ++i) {
    const ExtractItem& item = body.rows[i];
    const std::string pointer = at("/rows", i);
    check.once(pointer + "/key", used, item.fact.key);
    check_fact(check, pointer, item.fact, body.profile);
    if (item.place) check_place(check, pointer + "/place", *item.place, agency);
    if (item.owner) check.agency(pointer + "/owner", *item.owner, BodyCheck::Bodies::kAgencies);
  }
}

// M19: none of the rows was booked or kept before. What was matched with an older state of the log is told so.
std::optional<Rejection> known_fault(const World& world, const BookTreasuryExtract& body) {
  for (const ExtractItem& item : body.rows)
    if (world.treasury_rows.find(item.fact.key))
      return rule_broken("M19", "Có dòng đã được ghi sổ từ trước; hãy mở lại tệp để đối chiếu.",
                         "A row was booked before: match the file again.");
  return std::nullopt;
}

// M18: the cells were matched as they stood; who booked meanwhile is looked at first.
bool overtaken(const World& world, const BookTreasuryExtract& body) {
  return std::any_of(body.rows.begin(), body.rows.end(), [&](const ExtractItem& item) {
    const auto* line = item.place ? world.budget_lines.find(item.place->line.value) : nullptr;
    return line && line->life.last > body.based_on;
  });
}

const ExtractRow* waiting_row(const TreasuryExtractState& state, const std::string& key) {
  const auto found =
      std::find_if(state.rows.begin(), state.rows.end(), [&](const auto& row) { return row->fact.key == key; });
  return found == state.rows.end() ? nullptr : found->get();
}

void check_settle(BodyCheck& check, const TreasuryExtractState& state, const SettleTreasuryRows& body,
                  const AgencyId& agency) {
  if (body.rows.empty()) check.fault("/rows", "Cần ít nhất một dòng.", "At least one row is needed.");
  check.size("/rows", body.rows.size());
  check.text("/reason", body.reason);
  std::set<std::string> used;
  for (std::size_t i = 0; i < std::min(body.rows.size(), kListItemsMax); ++i) {
    const std::string pointer = at("/rows", i);
    check.once(pointer + "/key", used, body.rows[i].key);
    if (!waiting_row(state, body.rows[i].key)) check.unknown(pointer + "/key", body.rows[i].key);
    if (body.rows[i].place) check_place(check, pointer + "/place", *body.rows[i].place, agency);
  }
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const BookTreasuryExtract& body) {
  const Subject& target = scene.command.target;
  const AgencyId agency = acting_agency(scene.world, scene.context, target);
  BodyCheck check(scene.world, scene.context);
  check_book(check, body, agency);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  const Result<Capacity> capacity = treasury_capacity(scene, agency, agency);
  if (!capacity) return capacity.error();
  if (scene.world.treasury_extracts.find(target.id)) return already_exists(target.id);
  if (auto rejection = known_fault(scene.world, body)) return *std::move(rejection);
  if (body.based_on > scene.world.head) return unseen("/based_on", scene.world.head);
  if (overtaken(scene.world, body)) return stale({"payments"}, scene.world.head);
  Decision made;
  made.agency = agency;
  made.capacity = capacity.value();
  made.resource = target;
  made.events.push_back({target, std::nullopt, std::nullopt, TreasuryExtractBooked{}});
  Booker booker(scene, made, {target.id});
  TreasuryExtractBooked booked{body.name, body.digest, body.profile, body.as_at, 0, 0, body.document};
  for (const ExtractItem& item : body.rows) {
    if (item.place) {
      booked.booked += booker.book(item.fact, *item.place, std::nullopt) ? 1 : 0;
    } else {
      ++booked.waiting;
      made.events.push_back({target, std::nullopt, std::nullopt, TreasuryRowKept{item.fact, item.owner}});
    }
  }
  if (made.events.size() == 1) return rule_broken("M19", "Không còn gì để ghi sổ.", "There is nothing left to book.");
  if (made.events.size() > kActEventsMax) return too_large();
  made.events.front().event = std::move(booked);
  return made;
}

Result<Decision> decide_one(const Scene& scene, const SettleTreasuryRows& body) {
  const Subject& target = scene.command.target;
  const TreasuryExtractState* state =
      target.aggregate == Aggregate::kTreasuryExtract ? scene.world.treasury_extracts.find(target.id) : nullptr;
  if (!state) return not_found();
  const AgencyId agency = acting_agency(scene.world, scene.context, target);
  BodyCheck check(scene.world, scene.context);
  check_settle(check, *state, body, agency);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const Result<Capacity> capacity = treasury_capacity(scene, agency, state->agency);
  if (!capacity) return capacity.error();
  Decision made;
  made.agency = agency;
  made.capacity = capacity.value();
  made.resource = target;
  Booker booker(scene, made, {target.id});
  for (const SettledRow& each : body.rows) {
    const ExtractRow& row = *waiting_row(*state, each.key);
    if (row.state != ExtractRowState::kWaiting)
      return rule_broken("M21", "Dòng này đã được đối chiếu.", "This row was settled already.");
    made.events.push_back(
        {target, std::nullopt, std::nullopt, TreasuryRowSettled{each.key, each.place, reason_words(body.reason)}});
    if (each.place) booker.book(row.fact, *each.place, reason_words(body.reason));
  }
  return made;
}

}  // namespace luuvet
