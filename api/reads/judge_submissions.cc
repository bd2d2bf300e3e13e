// What would become of each item of an act over submissions or over indicators by itself: the same rules, one decision
// an item.
#include "api/json/json_object.h"
#include "api/problem.h"
#include "api/views/view_submission.h"
#include "domain/figures/submission_items.h"
#include "domain/figures/submitting.h"

namespace luuvet::api {
namespace {

// The rules by which each of these commands changes something: a figure or a baseline, targets, a definition.
bool is_unchanged(const Rejection& rejection) {
  return rejection.rule == "X14" || rejection.rule == "X04" || rejection.rule == "X02";
}

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

std::vector<Finding> findings_of(const World& world, const Subject& subject, const EnterSubmission& body, Date) {
  const auto at = find_submitting(world, subject);
  if (!at) return {};
  const Figure figure = entered_figure(at->definition.terms, {body.value, body.numerator, body.denominator});
  return findings_on(world, *at->row, at->parts, body.kind, figure);
}
std::vector<Finding> findings_of(const World& world, const Subject& subject, const EnterIndicatorBaseline& body,
                                 Date date) {
  const auto* state = subject.aggregate == Aggregate::kIndicator ? world.indicators.find(subject.id) : nullptr;
  if (!state || state->content.heading) return {};
  return baseline_findings(world, state->content, {body.agency, body.year, body.value, body.document, 0}, date);
}
template <class Body>
std::vector<Finding> findings_of(const World& world, const Subject& subject, const Body& body, Date) {
  const SubmissionState* state = world.submissions.find(subject.id);
  const SubmittedFigure* figure = state ? find_figure(*state, body.kind) : nullptr;
  const auto at = find_submitting(world, subject);
  if (!figure || !at) return {};
  return findings_on(world, *at->row, at->parts, body.kind, figure->figure);
}

template <class Item>
constexpr bool kOfBaselines = std::is_same_v<Item, EnterIndicatorBaselineItem>;
// Of one of the kinds of figures.
template <class Item>
constexpr bool kOfFigures = requires(const Item& item) {
  item.kind;
};

class Judge {
 public:
  Judge(const World& world, const Context& context, Language language)
      : world_(world), context_(context), language_(language) {}

  // `body`: the item as the command that stands alone.
  template <class Item, class Body>
  void write(std::string& out, const Item& item, const Body& body, const JudgedItem& place) {
    const Subject subject = parse_subject(item.subject).value_or(Subject{});
    Context context = context_;
    context.if_match.reset();
    context.based_on = std::optional<Sequence>(item.based_on);
    context.based_on_in_item = true;
    const Result<Decision> decision = decide(world_, Command{subject, body}, context);
    JsonObject object(out);
    object.member("subject", item.subject);
    if constexpr (kOfBaselines<Item>)
      object.member("agency", item.agency).member("year", item.year);
    else if constexpr (std::is_same_v<Item, SetIndicatorTargetsItem>)
      object.member("agency", item.agency);
    else if constexpr (kOfFigures<Item>)
      object.member("kind", item.kind);
    add_verdict(object, place.fault ? unreadable(*place.fault) : decision);
    if constexpr (kOfBaselines<Item> || kOfFigures<Item>) {
      object.member("findings", findings_of(world_, subject, body, context_.today)).member("row", place.row);
      const bool shown = place.row && !(kOfBaselines<Item> && place.fault);  // without its value it says nothing
      object.with("item", [&](std::string& to) { to += shown ? stored_json(item) : "null"; });
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
    const bool unchanged = !decision && is_unchanged(decision.error());
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
                         std::is_same_v<Body, EnterIndicatorBaselines> ||
                         std::is_same_v<Body, SetIndicatorTargetsMany> || std::is_same_v<Body, DefineIndicators>;

// What an act says once of all its items goes into the body of each.
template <class Act, class Item>
auto body_in(const Act& act, const Item& item) {
  if constexpr (requires { body_of(act, item); })
    return body_of(act, item);
  else
    return body_of(item);
}

template <class Act>
void write_items(std::string& out, Judge& judge, const Act& act, const std::vector<JudgedItem>& sheet) {
  static const JudgedItem kNowhere;
  std::size_t at = 0;
  write_array(out, act.items, [&](std::string& to, const auto& item) {
    judge.write(to, item, body_in(act, item), at < sheet.size() ? sheet[at] : kNowhere);
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
            if constexpr (kJudged<Body>) write_items(out, judge, each, sheet);
          },
          act.body);
    });
    object.members(judge.tally()).member("sequence", views.world.head).member("log", log);
    object.member("status_date", context.today);
  }
  return body;
}

}  // namespace luuvet::api
