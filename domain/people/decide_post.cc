// Posts: registered and amended by administrators, filled and vacated by them and, within limits, by heads (P08 to
// P16, P24, P25).
#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/fate.h"
#include "domain/people/post_check.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

bool delegates(Capacity capacity) {
  return capacity == Capacity::kByOrder || capacity == Capacity::kByMandate;
}

bool is_actor(const Scene& scene, const AccountId& account) {
  return account.value == scene.context.actor.value;
}

const PostState* post_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kPost ? scene.world.posts.find(target.id) : nullptr;
}

void apply_set(const Partial<PostFields>& set, Post& post) {
  const PostFields& values = set.values;
  for (const std::string_view name : names(set)) {
    if (name == "role") post.role = values.role;
    if (name == "agency") post.agency = values.agency;
    if (name == "committee") post.committee = values.committee;
    if (name == "title") post.title = values.title;
    if (name == "areas") post.areas = values.areas;
    if (name == "pillar") post.pillar = values.pillar;
    if (name == "sponsor") post.sponsor = values.sponsor;
    if (name == "document") post.document = values.document;
  }
}

// P10: a head places people in its own agency, below itself.
bool is_below_head(const Post& post) {
  return post.role == Role::kOfficer || post.role == Role::kDeputy || post.role == Role::kClerk;
}

// Whether by this grant the account holds the very post, in its own capacity.
bool is_own_post(const Grant& grant, const Post& post) {
  return grant.post == post.id && grant.capacity == own_capacity(grant.role);
}

// What of its own post its holder may do: let somebody stand in within its own time,
bool is_delegation(const Scene& scene, const PostState& post, const FillPost& body) {
  if (!body.capacity || !delegates(*body.capacity)) return false;
  return std::any_of(post.holdings.begin(), post.holdings.end(), [&](const Holding& holding) {
    return is_actor(scene, holding.account) && holding.holds(scene.context.today) && !delegates(holding.capacity) &&
           (!holding.to || (body.to && *body.to <= *holding.to));
  });
}
// and end that: the holdings that go are all of somebody who stands in.
bool is_delegation(const Scene&, const PostState& post, const VacatePost& body) {
  return std::all_of(post.holdings.begin(), post.holdings.end(), [&](const Holding& holding) {
    return holding.account != body.account || (holding.to && *holding.to < body.on) || delegates(holding.capacity);
  });
}

Rejection not_placed_by_heads() {
  return forbidden("P10", "Người đứng đầu chỉ bố trí chuyên viên, cấp phó và văn thư của cơ quan mình.",
                   "A head fills the posts of officers, deputies and clerks of its own agency.");
}

Rejection not_delegated() {
  return forbidden(
      "P24",
      "Người giữ chức danh chỉ giao làm thay chính chức danh của mình, theo thừa lệnh hoặc ủy quyền, trong thời gian "
      "mình giữ.",
      "Who holds a post lets others stand in for that very post, by order or by mandate, within its own time.");
}

// Administrators' commands on posts.
Result<Capacity> administrator_capacity(const Scene& scene, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body,
                                   [](Relation relation, const Grant&) { return relation == Relation::kAny; });
  if (grant) return grant->capacity;
  return not_placed_by_heads();
}

template <class Body>  // FillPost, VacatePost
Result<Capacity> placing_capacity(const Scene& scene, const AgencyId& agency, const PostState& post, const Body& body) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kOwnPosts) return post.content.agency == agency && is_below_head(post.content);
    if (relation == Relation::kOwnPost) return is_own_post(each, post.content) && is_delegation(scene, post, body);
    return relation == Relation::kAny;
  });
  if (grant) return grant->capacity;
  const auto& grants = scene.acting.grants;
  const bool placing = std::any_of(grants.begin(), grants.end(), [&](const Grant& each) {
    return each.role == Role::kHead && each.post != post.content.id;
  });
  return placing ? not_placed_by_heads() : not_delegated();
}

Rejection own_grant() {
  return forbidden("P09", "Không ai tự giao quyền cho mình; việc này do người khác thực hiện.",
                   "Nobody grants rights to oneself; somebody else does this.");
}

Rejection post_has_ended(const World& world, const Post& post) {
  const Message fate = fate_of(world, post.agency);
  return rule_broken("B05", "Chức danh này không còn hiệu lực: " + fate.vi, "This post gives nothing: " + fate.en);
}

bool overlap(const Holding& holding, const FillPost& body) {
  if (holding.to && *holding.to < holding.from) return false;  // vacated before it began
  return (!body.to || holding.from <= *body.to) && (!holding.to || body.from <= *holding.to);
}

std::optional<Rejection> held_fault(const PostState& post, const FillPost& body) {
  const bool held = std::any_of(post.holdings.begin(), post.holdings.end(), [&](const Holding& holding) {
    return holding.account == body.account && overlap(holding, body);
  });
  if (!held) return std::nullopt;
  return rule_broken("P15", "Người này đã giữ chức danh này trong thời gian đó.",
                     "This account holds this post in that time already.");
}

void check_delegation(BodyCheck& check, const FillPost& body) {
  if (!body.to)
    check.fault("/to", "Thừa lệnh, thừa ủy quyền cần có ngày hết hạn.", "By order or by mandate has a last day.");
  if (!body.document)
    check.fault("/document", "Thừa lệnh, thừa ủy quyền cần có văn bản.", "By order or by mandate rests on a document.");
}

void check_body(BodyCheck& check, const PostState& post, const FillPost& body) {
  check.account("/account", body.account);
  if (body.to && *body.to < body.from)
    check.fault("/to", "Ngày cuối không được trước ngày đầu.", "The last day cannot come before the first.");
  check.document("/document", body.document);
  if (!body.capacity) return;
  if (delegates(*body.capacity))
    check_delegation(check, body);
  else if (*body.capacity != own_capacity(post.content.role))
    check.fault("/capacity", "Chức danh này không giữ với tư cách đó.", "This post is not held in that capacity.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const RegisterPost& body) {
  Post post{{scene.context.new_id},
            body.role,
            body.agency,
            body.committee,
            body.title,
            body.areas.value_or(std::vector<std::string>{}),
            body.pillar,
            body.sponsor,
            body.document};
  BodyCheck check(scene.world, scene.context);
  check_post(check, "", post);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Subject subject{Aggregate::kPost, post.id.value};
  if (scene.world.posts.find(subject.id)) return already_exists(subject.id);
  AgencyId agency = acting_agency(scene.world, scene.context, subject);
  const Result<Capacity> capacity = administrator_capacity(scene, agency);
  if (!capacity) return capacity.error();
  return single(std::move(agency), capacity.value(), std::move(subject), std::nullopt,
                Registered<Post>{std::move(post)});
}

Result<Decision> decide_one(const Scene& scene, const AmendPost& body) {
  const PostState* state = post_at(scene);
  if (!state) return not_found();
  Post next = state->content;
  apply_set(body.set, next);
  BodyCheck check(scene.world, scene.context);
  if (body.set.empty()) check.fault("/set", "Cần nêu ít nhất một nội dung sửa.", "Name at least one member to amend.");
  check_post(check, "/set", next);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);

  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = administrator_capacity(scene, agency);
  if (!capacity) return capacity.error();
  const bool own = std::any_of(state->holdings.begin(), state->holdings.end(), [&](const Holding& holding) {
    return is_actor(scene, holding.account) && (!holding.to || *holding.to >= scene.context.today);
  });
  if (own) return own_grant();
  Amended<Post> event{difference(state->content, next), body.document, std::nullopt, reason_words(body.reason)};
  if (event.set.empty())
    return rule_broken("P19", "Nội dung sửa giống hệt nội dung hiện có.", "The amendment changes nothing.");
  if (next.role != Role::kAdministrator) {
    auto rejection =
        last_administrator_fault(scene.world, scene.context.today,
                                 [&](const PostState& post, const Holding&) { return post.content.id == next.id; });
    if (rejection) return *std::move(rejection);
  }
  return single(std::move(agency), capacity.value(), scene.command.target, std::nullopt, std::move(event));
}

Result<Decision> decide_one(const Scene& scene, const FillPost& body) {
  const PostState* state = post_at(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, *state, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = placing_capacity(scene, agency, *state, body);
  if (!capacity) return capacity.error();
  if (is_actor(scene, body.account)) return own_grant();
  if (scene.world.has_ended(state->content.agency)) return post_has_ended(scene.world, state->content);
  if (scene.world.accounts.find(body.account.value)->closed)
    return rule_broken("P17", "Tài khoản này đã khóa; cần mở lại trước.", "This account is closed; reopen it first.");
  if (auto rejection = held_fault(*state, body)) return *std::move(rejection);
  PostFilled event{body.account, body.from, body.to, body.capacity.value_or(own_capacity(state->content.role)),
                   body.document};
  return single(std::move(agency), capacity.value(), scene.command.target, std::nullopt, std::move(event));
}

Result<Decision> decide_one(const Scene& scene, const VacatePost& body) {
  const PostState* state = post_at(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  if (!scene.world.accounts.find(body.account.value)) check.unknown("/account", body.account.value);
  check.document("/document", body.document);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = placing_capacity(scene, agency, *state, body);
  if (!capacity) return capacity.error();
  const bool held = std::any_of(state->holdings.begin(), state->holdings.end(), [&](const Holding& holding) {
    return holding.account == body.account && (!holding.to || *holding.to >= std::max(body.on, holding.from));
  });
  if (!held)
    return rule_broken("P16", "Người này không giữ chức danh này vào ngày đó hay sau đó.",
                       "This account does not hold this post on that day or later.");
  auto rejection = last_administrator_fault(
      scene.world, std::max(body.on, scene.context.today), [&](const PostState& post, const Holding& holding) {
        return post.content.id == state->content.id && holding.account == body.account;
      });
  if (rejection) return *std::move(rejection);
  return single(std::move(agency), capacity.value(), scene.command.target, std::nullopt,
                PostVacated{body.account, body.on, body.document});
}

}  // namespace luuvet
