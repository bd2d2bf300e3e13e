// The bank book of a budget line: every entry with the balances after it.
#include <algorithm>
#include <array>

#include "api/reads/list_answer.h"
#include "api/reads/money_slice.h"
#include "api/reads/read_money.h"
#include "api/sheets/export_parts.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"
#include "api/views/view_money.h"

namespace luuvet::api {
namespace {

using projections::MoneySlice;

struct Balance {
  Amount allocated = 0;
  Amount advances = 0;
  Amount disbursed = 0;
};

// Of a reversal the entry that it takes back.
void move(Balance& balance, const LedgerEntry& entry, LedgerKind kind, int sign) {
  const Amount amount = sign * entry.amount;
  if (kind == LedgerKind::kAllocation || kind == LedgerKind::kCarryOver)
    balance.allocated = plus(balance.allocated, amount);
  else if (kind == LedgerKind::kReduction)
    balance.allocated = plus(balance.allocated, -amount);
  else if (const auto payment = payment_kind(kind)) {
    balance.disbursed = plus(balance.disbursed, disbursed_by(*payment, amount));
    balance.advances = plus(balance.advances, advanced_by(*payment, amount));
  }
}

struct LedgerLine {
  std::shared_ptr<const LedgerEntry> entry;
  Balance balance;  // after it
};

bool matches(const LedgerEntry& entry, const MoneySlice& slice) {
  return (!slice.component || entry.component == *slice.component) &&
         (!slice.year || entry.budget_year == *slice.year) && !slice.unassigned &&
         (!slice.funding_source || entry.funding_source == *slice.funding_source);
}

std::vector<LedgerLine> ledger_of(const World& world, const BudgetLineId& line, const MoneySlice& slice) {
  std::vector<LedgerLine> lines;
  Balance balance;
  const std::string prefix = line.value + "/";
  world.ledger.for_each_from(prefix, [&](const auto& entry) {
    if (!entry->place.starts_with(prefix)) return false;
    if (!matches(*entry, slice)) return true;
    const LedgerEntry* back =
        entry->reverses == 0 ? nullptr : world.ledger.find(ledger_place(line.value, entry->reverses));
    if (entry->kind != LedgerKind::kReversal)
      move(balance, *entry, entry->kind, 1);
    else if (back)
      move(balance, *entry, back->kind, -1);
    lines.push_back({entry, balance});
    return true;
  });
  return lines;
}

std::optional<Sequence> some(Sequence sequence) {
  return sequence == 0 ? std::nullopt : std::optional(sequence);
}

std::optional<std::string> reason_of(const ViewContext& context, const BudgetLineId& line, const LedgerEntry& entry) {
  const bool readable = context.sight.may_read({Aggregate::kBudgetLine, line.value}, entry.agency);
  const auto text = shown(readable, entry.text);
  if (!text) return std::nullopt;
  return text->reason ? text->reason : text->note;
}

void write_ledger_line(std::string& out, const ViewContext& context, const BudgetLineId& line, const LedgerLine& row) {
  const LedgerEntry& entry = *row.entry;
  JsonObject object(out);
  object.member("id", entry.id).member("sequence", entry.sequence).member("time", entry.time);
  object.member("actor", entry.actor).member("agency", entry.agency).member("kind", entry.kind);
  object.member("component", entry.component)
      .member("component_name", component_name(context.views.world, line, entry.component));
  object.member("budget_year", entry.budget_year).member("funding_source", entry.funding_source);
  object.member("amount", entry.amount).member("day", entry.day).member("voucher", entry.voucher);
  object.member("contract", entry.contract).member("receiver", entry.receiver).member("document", entry.document);
  object.member("origin", entry.extract ? "extract" : "typed");
  object.member("extract", entry.extract ? std::optional(entry.extract->extract) : std::nullopt);
  object.member("reverses", some(entry.reverses)).member("reversed_by", some(entry.reversed_by));
  object.member("reason", reason_of(context, line, entry));
  object.member("allocated", row.balance.allocated).member("advances_outstanding", row.balance.advances);
  object.member("disbursed", row.balance.disbursed)
      .member("remaining", plus(row.balance.allocated, -row.balance.disbursed));
}

// The cursor is the sequence of the last entry of the page before.
Asked<projections::Page<LedgerLine>> page_of(std::vector<LedgerLine> all, const projections::PageRequest& request) {
  projections::Page<LedgerLine> page;
  page.total = all.size();
  std::size_t first = 0;
  if (request.after) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const LedgerLine& each) {
      return std::to_string(each.entry->sequence) == *request.after;
    });
    if (found == all.end()) return unknown_cursor();
    first = static_cast<std::size_t>(found - all.begin()) + 1;
  }
  const std::size_t last = std::min(all.size(), first + request.limit);
  page.items.assign(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(last));
  if (last < all.size()) page.next = std::to_string(page.items.back().entry->sequence);
  return page;
}

const Message& words_of(LedgerKind kind) {
  static const std::array<Message, 8> kWords = {{{"Giao vốn", "Allocation"},
                                                 {"Vốn kéo dài, chuyển nguồn", "Carried over"},
                                                 {"Điều chỉnh giảm", "Reduction"},
                                                 {"Tạm ứng", "Advance"},
                                                 {"Thu hồi tạm ứng", "Advance recovered"},
                                                 {"Thanh toán", "Payment"},
                                                 {"Nộp giảm chi", "Repayment"},
                                                 {"Hủy ghi sổ do nhầm", "Reversal"}}};
  return kWords[static_cast<std::size_t>(kind)];
}

Cell sequence_cell(Sequence sequence) {
  return sequence == 0 ? Cell() : Cell(static_cast<std::int64_t>(sequence));
}

const Message kEntry = {"Bút toán", "Entry"};
const Message kBalance = {"Số dư sau bút toán (đồng)", "Balance after it (đồng)"};

BudgetLineId line_of(const LedgerLine& row) {
  return BudgetLineId{row.entry->place.substr(0, row.entry->place.rfind('/'))};
}

const RowColumns<LedgerLine>& ledger_columns() {
  using Context = ViewContext;
  using Row = LedgerLine;
  static const RowColumns<Row> kColumns = {
      {{{"Bản ghi", "Record"}, 10, kEntry},
       [](const Context&, const Row& row) { return sequence_cell(row.entry->sequence); }},
      {{{"Ngày ghi sổ", "Booked on"}, 12, kEntry},
       [](const Context&, const Row& row) { return Cell(vietnam_date(row.entry->time)); }},
      {{{"Ngày", "Day"}, 12, kEntry}, [](const Context&, const Row& row) { return cell(row.entry->day); }},
      {{{"Nội dung", "Entry"}, 24, kEntry},
       [](const Context&, const Row& row) { return Cell(words_of(row.entry->kind)); }},
      {{{"Thành phần", "Component"}, 36, kEntry},
       [](const Context& at, const Row& row) {
         return text_cell(component_name(at.views.world, line_of(row), row.entry->component));
       }},
      {{{"Năm", "Year"}, 8, kEntry}, [](const Context&, const Row& row) { return Cell(row.entry->budget_year); }},
      {{{"Nguồn vốn", "Source"}, 20, kEntry},
       [](const Context&, const Row& row) { return Cell(api::words_of(row.entry->funding_source)); }},
      {{{"Số tiền (đồng)", "Amount (đồng)"}, 18, kEntry},
       [](const Context&, const Row& row) { return Cell(row.entry->amount); }},
      {{{"Chứng từ", "Voucher"}, 14, kEntry}, [](const Context&, const Row& row) { return cell(row.entry->voucher); }},
      {{{"Đơn vị nhận", "Receiver"}, 28, kEntry},
       [](const Context&, const Row& row) { return cell(row.entry->receiver); }},
      {{{"Văn bản", "Document"}, 24, kEntry},
       [](const Context&, const Row& row) { return document_cell(row.entry->document); }},
      {{{"Từ dữ liệu kho bạc", "From the treasury"}, 10, kEntry},
       [](const Context&, const Row& row) { return yes_cell(row.entry->extract.has_value()); }},
      {{{"Hủy bản ghi", "Takes back"}, 10, kEntry},
       [](const Context&, const Row& row) { return sequence_cell(row.entry->reverses); }},
      {{{"Đã hủy bởi bản ghi", "Taken back by"}, 10, kEntry},
       [](const Context&, const Row& row) { return sequence_cell(row.entry->reversed_by); }},
      {{{"Lý do", "Reason"}, 36, kEntry},
       [](const Context& at, const Row& row) { return cell(reason_of(at, line_of(row), *row.entry)); }},
      {{{"Cơ quan ghi", "Agency"}, 28, kEntry},
       [](const Context& at, const Row& row) { return Cell(name_of_agency(at.views.world, row.entry->agency)); }},
      {{{"Đã bố trí", "Allocated"}, 18, kBalance},
       [](const Context&, const Row& row) { return Cell(row.balance.allocated); }},
      {{{"Đã giải ngân", "Disbursed"}, 18, kBalance},
       [](const Context&, const Row& row) { return Cell(row.balance.disbursed); }},
      {{{"Tạm ứng còn", "Advances"}, 18, kBalance},
       [](const Context&, const Row& row) { return Cell(row.balance.advances); }},
      {{{"Còn lại", "Remaining"}, 18, kBalance},
       [](const Context&, const Row& row) { return Cell(plus(row.balance.allocated, -row.balance.disbursed)); }}};
  return kColumns;
}

}  // namespace

Asked<ListAnswer> read_ledger(const ViewContext& context, std::string_view log, const BudgetLineId& line,
                              Query& query) {
  const MoneySlice slice = money_slice(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const World& world = context.views.world;
  if (!world.budget_lines.find(line.value)) return not_found_here();
  auto page = page_of(ledger_of(world, line, slice), request);
  if (!page) return std::move(page).error();
  return list_answer(
      context, log, page.value(),
      [&](std::string& out, const LedgerLine& row) { write_ledger_line(out, context, line, row); }, [](JsonObject&) {});
}

Asked<Sheet> ledger_sheet(const ViewContext& context, const BudgetLineId& line, Query& query, std::size_t most) {
  const MoneySlice slice = money_slice(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const World& world = context.views.world;
  if (!world.budget_lines.find(line.value)) return not_found_here();
  const std::vector<LedgerLine> rows = ledger_of(world, line, slice);
  if (rows.size() > most) return too_many_rows(most);
  return sheet_by(context, {"Sổ chi tiết", "Ledger"}, ledger_columns(), rows);
}

}  // namespace luuvet::api
