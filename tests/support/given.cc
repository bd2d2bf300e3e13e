#include "tests/support/given.h"

namespace luuvet::test {

std::size_t When::count() const {
  then_accepted();
  return accepted() ? decision().events.size() : 0;
}

void When::then_accepted() const {
  if (!accepted()) ADD_FAILURE() << "rejected: " << rejection().rule << " " << rejection().detail.en;
}

const Rejection& When::then_rejected(RejectionKind kind, std::string_view rule_or_pointer) const {
  static const Rejection kNone;
  if (accepted()) {
    ADD_FAILURE() << "accepted";
    return kNone;
  }
  const Rejection& rejection = result_->error();
  EXPECT_EQ(rejection.kind, kind) << rejection.rule << " " << rejection.detail.en;
  EXPECT_FALSE(rejection.detail.vi.empty() || rejection.detail.en.empty());
  const bool in_body = kind == RejectionKind::kInvalid || kind == RejectionKind::kUnknownReference;
  const std::string place = rejection.errors.empty() ? "" : rejection.errors.front().pointer;
  EXPECT_EQ(in_body ? place : rejection.rule, rule_or_pointer) << rejection.detail.en;
  return rejection;
}

Given::Given(const std::vector<Fact>& facts) {
  context_.actor = {std::string(kSystemActor)};
  for (const Fact& each : facts) log_.record(each);
}
Given::Given(const Given&) = default;
Given::~Given() = default;

Given& Given::as(std::string agency) {
  return holding(everybody_at(agency));
}

Given& Given::as(std::string agency, Role role) {
  return holding({{role, std::move(agency)}});
}

Given& Given::holding(std::vector<Held> posts) {
  context_.agency = {posts.front().agency};
  context_.actor = {"somebody"};
  posts_ = std::move(posts);
  return *this;
}

Given& Given::acting(std::string account, std::string agency) {
  context_.agency = {std::move(agency)};
  return actor(std::move(account));
}

Given& Given::actor(std::string actor) {
  context_.actor = {std::move(actor)};
  posts_.clear();
  return *this;
}

Given& Given::bringing(StoredFile file, std::optional<std::string> by) {
  context_.upload = Upload{std::move(file), {by.value_or(context_.actor.value)}};
  return *this;
}

Given& Given::fact(const Fact& fact) {
  log_.record(fact);
  return *this;
}

When Given::when(std::string_view target, const CommandBody& body) const {
  const auto found = parse_subject(target);
  const Aggregate aggregate = found ? found->aggregate : subject(std::string(target) + "/none").aggregate;
  const Command command{found.value_or(Subject{aggregate, ""}), body};
  Context context = context_;
  context.today = today_;
  context.now = start_of_day(today_);
  context.new_id = "new";
  if (needs_precondition(body) && !context.if_match && !context.based_on)
    context.if_match = log_.world.representation(command.target);
  if (posts_.empty()) return When(decide(log_.world, command, context));
  return When(decide(with_people(log_.world, context.actor.value, posts_), command, context));
}

Given& Given::after(std::string_view target, const CommandBody& body) {
  const When made = when(target, body);
  EXPECT_NE(made.count(), 0u);
  if (made.accepted()) log_.record(made.decision(), today_, is_system(context_.actor) ? "" : context_.actor.value);
  return *this;
}

}  // namespace luuvet::test
