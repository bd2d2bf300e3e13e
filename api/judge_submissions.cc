// What would become of each item of an act over submissions or baselines by itself: the same rules, one decision an
// item.
#include "api/json_object.h"
#include "api/problem.h"
#include "api/view_submission.h"
#include "domain/submission_items.h"
#include "domain/submitting.h"

namespace luuvet::api {
namespace {

constexpr std::string_view kChangesNothing = "X14";

enum class Verdict : std::uint8_t { kAccepted, kRefused, kUnchanged };
BOOST_DESCRIBE_ENUM(Verdict, kAccepted, kRefused, kUnchanged)

struct ErrorRow {
  std::string pointer;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(ErrorRow, (), (pointer, detail))

struct Tally {
  std::int64_t accepted = 0;
  std::int64_t refused = 0;
  std::int64_t unchanged = 0;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (accepted, refused, unchanged))

std::vector<Finding> findings_of(const World& world, const Subject& subject, const EnterSubmission& body) {
  const auto at = find_submitting(world, subject);
  if (!at) return {};
  const Figure figure = entered_figure(at->definition.terms, {body.value, body.numerator, body.denominator});
  return findings_on(world, *at->row, at->parts, body.kind, figure);
}
template <class Body>
std::vector<Finding> findings_of(const World& world, const Subject& subject, const Body& body) {
  const SubmissionState* state = world.submissions.find(subject.id);
  const SubmittedFigure* figure = state ? find_figure(*state, body.kind) : nullptr;
  const auto at = find_submitting(world, subject);
  if (!figure || !at) return {};
  return findings_on(world, *at->row, at->parts, body.kind, figure->figure);
}

class Judge {
 public:
  Judge(const World& world, const Context& context, Language language)
      : world_(world), context_(context), language_(language) {}

  template <class Item>
  void write(std::string& out, const Item& item, const JudgedItem& place) {
    const auto body = body_of(item);
    const Subject subject = parse_subject(item.subject).value_or(Subject{});
    Context context = context_;
    context.if_match.reset();
    context.based_on = std::optional<Sequence>(item.based_on);
    const Result<Decision> decision = decide(world_, Command{subject, body}, context);
    JsonObject object(out);
    object.member("subject", item.subject);
    if constexpr (std::is_same_v<Item, EnterIndicatorBaselineItem>) {
      object.member("agency", item.agency).member("year", item.year);
      add_verdict(object, decision);
    } else {
      object.member("kind", item.kind);
      add_verdict(object, place.fault ? unreadable(*place.fault) : decision);
      object.member("findings", findings_of(world_, subject, body));
      object.member("row", place.row);
      object.with("item", [&](std::string& to) { to += place.entered ? stored_json(*place.entered) : "null"; });
    }
  }

  const Tally& tally() const { return tally_; }

 private:
  static Result<Decision> unreadable(const Message& fault) {
    Rejection rejection;
    rejection.kind = RejectionKind::kInvalid;
    rejection.detail = fault;
    return rejection;
  }

  void add_verdict(JsonObject& object, const Result<Decision>& decision) {
    const bool unchanged = !decision && decision.error().rule == kChangesNothing;
    const Verdict verdict = decision ? Verdict::kAccepted : unchanged ? Verdict::kUnchanged : Verdict::kRefused;
    tally_.accepted += verdict == Verdict::kAccepted;
    tally_.refused += verdict == Verdict::kRefused;
    tally_.unchanged += unchanged;
    object.member("outcome", verdict);
    std::vector<ErrorRow> errors;
    if (verdict != Verdict::kRefused) {
      object.member("type", nullptr).member("rule", nullptr).member("detail", nullptr).member("errors", errors);
      return;
    }
    const Problem problem = problem_of(Rejection(decision.error()));
    for (const FieldError& each : problem.errors) errors.push_back({each.pointer, in(language_, each.detail)});
    object.member("type", uri_of(problem.type));
    object.member("rule", problem.rule.empty() ? std::nullopt : std::optional(problem.rule));
    object.member("detail", in(language_, problem.detail)).member("errors", errors);
  }

  const World& world_;
  const Context& context_;
  const Language language_;
  Tally tally_;
};

template <class Body>
constexpr bool kJudged = std::is_same_v<Body, EnterSubmissions> || std::is_same_v<Body, SubmitSubmissions> ||
                         std::is_same_v<Body, ApproveSubmissions> || std::is_same_v<Body, VerifySubmissions> ||
                         std::is_same_v<Body, ReturnSubmissions> || std::is_same_v<Body, ReturnSubmissionDrafts> ||
                         std::is_same_v<Body, EnterIndicatorBaselines>;

template <class Item>
void write_items(std::string& out, Judge& judge, const std::vector<Item>& items, const std::vector<JudgedItem>& sheet) {
  static const JudgedItem kNowhere;
  std::size_t at = 0;
  write_array(out, items, [&](std::string& to, const Item& item) {
    judge.write(to, item, at < sheet.size() ? sheet[at] : kNowhere);
    ++at;
  });
}

}  // namespace

bool is_judged_by_item(const CommandBody& body) {
  return std::visit([]<class Body>(const Body&) { return kJudged<Body>; }, body);
}

std::string judged_body(const projections::Views& views, std::string_view log, const Command& act,
                        const Context& context, Language language, const std::vector<JudgedItem>& sheet) {
  Judge judge(views.world, context, language);
  std::string body;
  {
    JsonObject object(body);
    object.member("dry_run", true);
    object.with("items", [&](std::string& out) {
      std::visit(
          [&]<class Body>(const Body& each) {
            if constexpr (kJudged<Body>) write_items(out, judge, each.items, sheet);
          },
          act.body);
    });
    object.members(judge.tally()).member("sequence", views.world.head).member("log", log);
    object.member("status_date", context.today);
  }
  return body;
}

}  // namespace luuvet::api
