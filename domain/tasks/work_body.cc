// The bodies of commands on assignments: values and references.
#include <set>

#include "domain/deadlines/reporting_period.h"
#include "domain/tasks/work.h"

namespace luuvet {
namespace {

void check_quantities(BodyCheck& check, const Work& work, const std::vector<Quantity>& quantities) {
  check.size("/quantities", quantities.size());
  if (quantities.size() > kListItemsMax) return;
  std::set<std::int64_t> used;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const std::string place = at("/quantities", i);
    check.deliverable(place + "/deliverable", quantities[i].deliverable, work.task.content);
    check.not_negative(place + "/done", quantities[i].done);
    check.once(place + "/deliverable", used, quantities[i].deliverable);
  }
}

void check_obstacle(BodyCheck& check, const Obstacle& obstacle) {
  check.text("/obstacle/kind", obstacle.kind);
  check.text("/obstacle/text", obstacle.text);
  check.text("/obstacle/asked_of", obstacle.asked_of);
  check.not_future("/obstacle/since", obstacle.since);
}

void check_period(BodyCheck& check, const std::string& period) {
  const auto days = parse_period(period);
  if (!days)
    check.fault("/period", "Kỳ báo cáo ghi như 2026-04, 2026-q2, 2026-h1 hoặc 2026.",
                "Write the period as 2026-04, 2026-q2, 2026-h1 or 2026.");
  else if (days->first > check.today())
    check.fault("/period", "Kỳ báo cáo này chưa bắt đầu.", "This period has not begun.");
}

void check_of(BodyCheck& check, const std::vector<Sequence>& of) {
  check.size("/of", of.size());
  if (of.empty()) check.fault("/of", "Cần nêu ít nhất một báo cáo tiến độ.", "Name at least one progress statement.");
  if (of.size() > kListItemsMax) return;
  std::set<Sequence> used;
  for (std::size_t i = 0; i < of.size(); ++i) check.once(at("/of", i), used, of[i]);
}

}  // namespace

void check_body(BodyCheck& check, const Work&, const StartAssignment& body) {
  check.not_future("/started_on", body.started_on);
}

void check_body(BodyCheck& check, const Work& work, const ReportProgress& body) {
  if (!body.percent && !body.quantities && !body.result && !body.obstacle && !body.proposal)
    check.fault("", "Báo cáo cần ít nhất một nội dung: tỷ lệ, số lượng, kết quả, vướng mắc hoặc đề xuất.",
                "A statement needs at least one of percent, quantities, result, obstacle, proposal.");
  check.percent("/percent", body.percent);
  if (body.quantities) check_quantities(check, work, *body.quantities);
  check.text("/result", body.result);
  if (body.obstacle) check_obstacle(check, *body.obstacle);
  check.text("/proposal", body.proposal);
  if (body.period) check_period(check, *body.period);
  check.document("/document", body.document);
}

void check_body(BodyCheck& check, const Work&, const ApproveProgress& body) {
  check_of(check, body.of);
}

void check_body(BodyCheck& check, const Work&, const ReturnProgress& body) {
  check_of(check, body.of);
  check.text("/reason", body.reason);
}

void check_body(BodyCheck& check, const Work& work, const SubmitAssignment& body) {
  check.not_future("/completed_on", body.completed_on);
  check.size("/deliverables", body.deliverables.size());
  if (body.deliverables.size() > kListItemsMax) return;
  std::set<std::int64_t> used;
  for (std::size_t i = 0; i < body.deliverables.size(); ++i) {
    const std::string place = at("/deliverables", i);
    const DeliveredItem& item = body.deliverables[i];
    check.deliverable(place + "/deliverable", item.deliverable, work.task.content);
    check.once(place + "/deliverable", used, item.deliverable);
    check.document(place + "/document", item.document);
    check.not_negative(place + "/done", item.done);
  }
  check.document("/document", body.document);
  check.text("/note", body.note);
}

void check_body(BodyCheck& check, const Work&, const AcceptAssignment& body) {
  check.text("/note", body.note);
  check.document("/document", body.document);
}

void check_body(BodyCheck& check, const Work&, const ReturnAssignment& body) {
  check.text("/reason", body.reason);
}

void check_body(BodyCheck& check, const Work&, const AskExtension& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

void check_body(BodyCheck& check, const Work&, const DecideExtension& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
  if (body.decision == ExtensionDecision::kGrant) return;
  if (!body.reason || body.reason->empty())
    check.fault("/reason", "Không đồng ý gia hạn thì cần nêu lý do.", "A refusal needs its reason.");
  if (body.due) check.fault("/due", "Không đồng ý gia hạn thì không ghi hạn mới.", "A refusal gives no new due day.");
}

void check_body(BodyCheck& check, const Work&, const ReopenAssignment& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

namespace {

void check_opening_completed(BodyCheck& check, const EnterOpeningState& body) {
  if (!body.completed_on)
    check.fault("/completed_on", "Đã hoàn thành thì cần ghi ngày hoàn thành.",
                "Completed work needs the day of completion.");
  if (body.percent && *body.percent != 100)
    check.fault("/percent", "Đã hoàn thành thì tỷ lệ là 100.", "Completed work stands at 100.");
}

}  // namespace

void check_body(BodyCheck& check, const Work&, const EnterOpeningState& body) {
  const bool known =
      body.status == Status::kNotStarted || body.status == Status::kInProgress || body.status == Status::kCompleted;
  if (!known)
    check.fault("/status", "Hiện trạng ban đầu là chưa thực hiện, đang thực hiện hoặc hoàn thành.",
                "An opening state is not-started, in-progress or completed.");
  check.percent("/percent", body.percent);
  check.not_future("/completed_on", body.completed_on);
  check.document("/document", body.document);
  check.text("/note", body.note);
  if (body.status == Status::kCompleted) return check_opening_completed(check, body);
  if (body.completed_on)
    check.fault("/completed_on", "Chỉ ghi ngày hoàn thành khi đã hoàn thành.",
                "A day of completion goes with completed work only.");
  if (body.status == Status::kNotStarted && body.percent.value_or(0) != 0)
    check.fault("/percent", "Chưa thực hiện thì tỷ lệ là 0.", "Work that has not started stands at 0.");
}

void check_body(BodyCheck&, const Work&, const ConfirmOpeningState&) {}

}  // namespace luuvet
