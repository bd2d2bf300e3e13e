// Figures of indicators (X06 to X14): entered and submitted by the agency, approved by its head, verified by another.
#include <algorithm>
#include <utility>

#include "domain/at_place.h"
#include "domain/decide_parts.h"
#include "domain/figures/figure_faults.h"
#include "domain/figures/figure_said.h"
#include "domain/figures/submission_check.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

// --- who ---

bool decides(const Grant& grant) {
  return grant.role == Role::kHead || (grant.role == Role::kDeputy && grant.areas.empty());
}

template <class Body>
constexpr bool kDeciding = std::is_same_v<Body, ApproveSubmission> || std::is_same_v<Body, ReturnSubmissionDraft> ||
                           std::is_same_v<Body, RestateSubmission>;

// Those of the agency's own people who could approve come first.
const Grant* own_grant(const Scene& scene, bool must_decide) {
  const auto holds = [](Relation relation) { return relation == Relation::kOwnAgency; };
  const Grant* head = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return holds(relation) && decides(each);
  });
  if (head || must_decide) return head;
  return grant_where(scene.acting, scene.command.body,
                     [&](Relation relation, const Grant&) { return holds(relation); });
}

// X27: a sponsor writes for its outside leads. By which grant; null with the rejection where there is none.
Result<const Grant*> writing_grant(const Scene& scene, const Submitting& at, const AgencyId& agency, bool deciding) {
  const bool answers = at.parts.agency == agency || sponsors(scene.world, agency, at.parts.agency);
  if (!answers) return forbidden("X10", "Đây là số liệu của cơ quan khác.", "These are the figures of another agency.");
  if (const Grant* grant = own_grant(scene, deciding)) return grant;
  return forbidden("P07", "Số liệu do người đứng đầu hoặc cấp phó phụ trách mọi mảng duyệt.",
                   "The head approves figures, or a deputy in charge of all areas.");
}

Result<const Grant*> verifying_grant(const Scene& scene, const Submitting& at, const AgencyId& agency) {
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kVerifying && (each.role != Role::kDeputy || each.areas.empty()) &&
           verifies(scene.world, at, agency, each);
  });
  if (grant) return grant;
  if (is_own(scene.world, at, agency))
    return forbidden("X12", "Không cơ quan nào thẩm định số liệu của chính mình.",
                     "Nobody verifies figures of its own.");
  return forbidden("X12", "Chỉ cơ quan theo dõi, thẩm định chỉ tiêu hoặc cơ quan thống kê thẩm định số liệu này.",
                   "Only who tracks or verifies the indicator, or statistics, verifies this figure.");
}

template <class Body>
Result<const Grant*> grant_for(const Scene& scene, const Submitting& at, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  if constexpr (std::is_same_v<Body, VerifySubmission> || std::is_same_v<Body, ReturnSubmission>)
    return verifying_grant(scene, at, agency);
  return writing_grant(scene, at, agency, kDeciding<Body>);
}

// --- rules ---

using Events = std::vector<Event>;

constexpr std::int64_t kYearsBefore = 10;  // the programme's first year

struct Deed {
  const Scene& scene;
  const Submitting& at;
  const Grant& grant;
  const SubmittedFigure* figure;  // null: nothing of that kind
};

bool is_long_before(const World& world, const Submitting& at) {
  const auto* programme = world.programmes.find(at.row->programme.value);
  return programme && civil_from_date(at.days.last).year < programme->content.year_from - kYearsBefore;
}

// X06, X73: whose figure it may be, and for which period.
std::optional<Rejection> place_fault(const World& world, const Submitting& at, FigureKind kind, Date today) {
  if (at.row->heading)
    return rule_broken("X01", "Đây là dòng tiêu đề, không phải chỉ tiêu.", "This is a heading, not an indicator.");
  if (const auto twin = figures_from(world, *at.row, at.days.last))
    return rule_broken("X19", "Chỉ tiêu này dùng chung số liệu; xin nhập ở chỉ tiêu " + twin->value + ".",
                       "This indicator shares its figures; enter them at " + twin->value + ".");
  if (!is_submitter(world, at, at.parts.agency))
    return rule_broken("X06", "Cơ quan không được giao nhập số liệu chỉ tiêu này.",
                       "The agency does not submit for this indicator.");
  if (!fits(at.definition.terms.frequency, at.parts.period))
    return rule_broken("X06", "Kỳ này không đúng tần suất báo cáo của chỉ tiêu.",
                       "The period does not fit the indicator's frequency.");
  if (is_long_before(world, at))
    return rule_broken("X73", "Kỳ này quá xa trước khi chương trình bắt đầu (quá 10 năm).",
                       "The period is more than ten years before the programme begins.");
  if (at.days.first > today) return rule_broken("X06", "Kỳ này chưa bắt đầu.", "The period has not begun.");
  if (kind == FigureKind::kOfficial && at.days.last >= today)
    return rule_broken("X06", "Số liệu chính thức chỉ có sau khi kết thúc kỳ.",
                       "Official figures come after the end of the period.");
  return std::nullopt;
}

// X70, X71: what was entered is judged again; sent on, it wants its explanation.
std::optional<Rejection> standing_fault(const Deed& deed, FigureMoment moment) {
  const SubmittedFigure& figure = *deed.figure;
  const auto comment = figure.text ? figure.text->comment : std::nullopt;
  return figure_fault(deed.scene.world, deed.at, figure.kind, figure.figure, comment, moment, true);
}

Rejection same_figure() {
  return rule_broken("X14", "Số liệu gửi giống hệt số liệu hiện có.", "This changes nothing.");
}

Rejection nothing_entered() {
  return rule_broken("X10", "Chưa nhập số liệu loại này.", "No figure of this kind was entered.");
}

// Who enters it and could approve it has approved it; else it goes to the head where that is asked for.
void go_on(const Deed& deed, const EnterSubmission& body, bool entered, Events& events) {
  const FigureStage stage = entered || !deed.figure ? FigureStage::kDraft : deed.figure->stage;
  if (decides(deed.grant))
    events.push_back(SubmissionApproved{body.kind});
  else if (body.submit.value_or(false) && stage == FigureStage::kDraft)
    events.push_back(SubmissionSubmitted{body.kind});
}

Result<Events> outcome(const Deed& deed, const EnterSubmission& body) {
  if (auto rejection = place_fault(deed.scene.world, deed.at, body.kind, deed.scene.context.today))
    return *std::move(rejection);
  if (deed.figure && is_approved(*deed.figure))
    return rule_broken("X10", "Số liệu đã duyệt; người đứng đầu trả lại, hoặc sau khi thẩm định thì đính chính.",
                       "The figure is approved: the head returns it, or restates it once it is verified.");
  const bool missing = body.missing.value_or(false);
  if (missing && body.reason.value_or("").empty())
    return at_place(rule_broken("X08", "Chưa có số liệu thì cần nêu lý do.", "A missing figure needs a reason."),
                    "/reason");
  SubmissionEntered entered = entered_by(deed.at, body);
  const Figure figure{entered.value, entered.numerator, entered.denominator};
  const bool sent_on = decides(deed.grant) || body.submit.value_or(false);
  const FigureMoment moment = sent_on ? FigureMoment::kSentOn : FigureMoment::kDraft;
  if (auto rejection = figure_fault(deed.scene.world, deed.at, body.kind, figure, body.comment, moment))
    return *std::move(rejection);
  Events events;
  const bool changes = !deed.figure || !says_same(*deed.figure, entered);
  if (changes) events.push_back(std::move(entered));
  go_on(deed, body, changes, events);
  if (events.empty()) return same_figure();
  return events;
}

Result<Events> outcome(const Deed& deed, const SubmitSubmission& body) {
  if (!deed.figure) return nothing_entered();
  if (deed.figure->stage != FigureStage::kDraft)
    return rule_broken("X10", "Số liệu này không phải bản nháp.", "This figure is no draft.");
  if (auto rejection = standing_fault(deed, FigureMoment::kSentOn)) return *std::move(rejection);
  if (decides(deed.grant)) return Events{SubmissionApproved{body.kind}};
  return Events{SubmissionSubmitted{body.kind}};
}

Result<Events> outcome(const Deed& deed, const ApproveSubmission& body) {
  if (!deed.figure) return nothing_entered();
  if (is_approved(*deed.figure))
    return rule_broken("X10", "Số liệu này đã được duyệt.", "This figure is approved already.");
  if (auto rejection = standing_fault(deed, FigureMoment::kDecided)) return *std::move(rejection);
  return Events{SubmissionApproved{body.kind}};
}

Result<Events> outcome(const Deed& deed, const ReturnSubmissionDraft& body) {
  if (!deed.figure) return nothing_entered();
  const bool sent = deed.figure->stage == FigureStage::kSubmitted || deed.figure->stage == FigureStage::kApproved;
  if (!sent || waits_restated(*deed.figure))
    return rule_broken("X11", "Chỉ trả lại số liệu đang chờ duyệt, hoặc đã duyệt mà chưa thẩm định.",
                       "Only a figure that waits for approval, or is approved and not verified, is returned.");
  return Events{SubmissionDraftReturned{body.kind, reason_words(body.reason)}};
}

std::optional<Rejection> verifying_fault(const SubmittedFigure* figure) {
  if (!figure) return nothing_entered();
  if (figure->stage == FigureStage::kApproved) return std::nullopt;
  return rule_broken("X12", "Số liệu này không chờ thẩm định.", "This figure does not wait for being verified.");
}

Result<Events> outcome(const Deed& deed, const VerifySubmission& body) {
  if (auto rejection = verifying_fault(deed.figure)) return *std::move(rejection);
  if (auto rejection = standing_fault(deed, FigureMoment::kDecided)) return *std::move(rejection);
  return Events{SubmissionVerified{body.kind, note_words(body.note)}};
}

Result<Events> outcome(const Deed& deed, const ReturnSubmission& body) {
  if (auto rejection = verifying_fault(deed.figure)) return *std::move(rejection);
  return Events{SubmissionReturned{body.kind, reason_words(body.reason)}};
}

Result<Events> outcome(const Deed& deed, const RestateSubmission& body) {
  if (!deed.figure) return nothing_entered();
  if (deed.figure->stage != FigureStage::kVerified)
    return rule_broken("X13", "Chỉ đính chính số liệu đã thẩm định.", "Only a verified figure is restated.");
  if (deed.figure->restatements.size() >= kRestatementsMax)
    return rule_broken("X13", "Số liệu này đã đính chính quá nhiều lần.", "This figure was restated too often.");
  SubmissionRestated restated = restated_by(deed.at, body);
  if (says_same(*deed.figure, restated)) return same_figure();
  const Figure figure{restated.value, restated.numerator, restated.denominator};
  if (auto rejection = figure_fault(deed.scene.world, deed.at, body.kind, figure, body.comment, FigureMoment::kSentOn))
    return *std::move(rejection);
  return Events{std::move(restated)};
}

// X74: what says exactly what stands changes nothing, whatever else could be said of it. To who may write here alone.
std::optional<Rejection> unchanged_fault(const Scene& scene, const Submitting& at, const EnterSubmission& body) {
  const SubmittedFigure* figure = at.state ? find_figure(*at.state, body.kind) : nullptr;
  if (!figure || !says_same(*figure, entered_by(at, body))) return std::nullopt;
  const auto grant =
      grant_for<EnterSubmission>(scene, at, acting_agency(scene.world, scene.context, scene.command.target));
  if (!grant) return std::nullopt;
  Events events;
  if (!is_approved(*figure)) go_on(Deed{scene, at, *grant.value(), figure}, body, false, events);
  return events.empty() ? std::optional(same_figure()) : std::nullopt;
}

// The first figure was nothing that anybody could have seen.
std::optional<Rejection> seen_fault(const Scene& scene, const Submitting& at) {
  static const Life kNothing;
  if (!at.state && !scene.context.if_match && !scene.context.based_on) return std::nullopt;
  return precondition_fault(scene.world, scene.command, scene.context, {at.state ? &at.state->life : &kNothing});
}

}  // namespace

template <SubmissionBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix) {
  const auto at = find_submitting(scene.world, scene.command.target);
  if (!at) return no_submission(scene.world, scene.command.target);
  BodyCheck check(scene.world, scene.context, std::move(prefix));
  check_body(check, *at, body);
  return check.rejection();
}

template <SubmissionBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  const Subject& target = scene.command.target;
  const auto at = find_submitting(scene.world, target);
  if (!at) return no_submission(scene.world, target);
  if constexpr (std::is_same_v<Body, EnterSubmission>)
    if (auto rejection = unchanged_fault(scene, *at, body)) return *std::move(rejection);
  BodyCheck check(scene.world, scene.context);
  check_body(check, *at, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = seen_fault(scene, *at)) return *std::move(rejection);
  Decision decision;
  decision.agency = acting_agency(scene.world, scene.context, target);
  const Result<const Grant*> grant = grant_for<Body>(scene, *at, decision.agency);
  if (!grant) return grant.error();
  const SubmittedFigure* figure = at->state ? find_figure(*at->state, body.kind) : nullptr;
  Result<Events> events = outcome(Deed{scene, *at, *grant.value(), figure}, body);
  if (!events) return std::move(events).error();
  decision.capacity = grant.value()->capacity;
  decision.resource = target;
  for (Event& event : events.value())
    decision.events.push_back({target, at->row->programme, std::nullopt, std::move(event)});
  return decision;
}

#define LUUVET_INSTANTIATE(Body)                                   \
  template Result<Decision> decide_one(const Scene&, const Body&); \
  template std::optional<Rejection> body_fault(const Scene&, const Body&, std::string)
LUUVET_INSTANTIATE(EnterSubmission);
LUUVET_INSTANTIATE(SubmitSubmission);
LUUVET_INSTANTIATE(ApproveSubmission);
LUUVET_INSTANTIATE(ReturnSubmissionDraft);
LUUVET_INSTANTIATE(VerifySubmission);
LUUVET_INSTANTIATE(ReturnSubmission);
LUUVET_INSTANTIATE(RestateSubmission);
#undef LUUVET_INSTANTIATE

}  // namespace luuvet
