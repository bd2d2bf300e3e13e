// Accounts (P17, P18): administrators open and close them and give them tokens. The log learns that they exist, nothing
// else.
#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kUsernameBytesMin = 3;
constexpr std::size_t kUsernameBytesMax = 40;

bool is_username(const std::string& text) {
  return text.size() >= kUsernameBytesMin && text.size() <= kUsernameBytesMax && is_valid_id(text);
}

bool is_email(const std::string& text) {
  const std::size_t at_sign = text.find('@');
  return at_sign != text.npos && at_sign > 0 && at_sign + 1 < text.size() && text.find('@', at_sign + 1) == text.npos &&
         text.size() <= kNameBytesMax && text.find_first_of(" \t\n") == text.npos;
}

const AccountState* account_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  const AccountState* state = target.aggregate == Aggregate::kAccount ? scene.world.accounts.find(target.id) : nullptr;
  return state && state->kind ? state : nullptr;
}

Result<Decision> decision(const Scene& scene, Event event) {
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {})) return *std::move(rejection);
  return single_by_role(scene, scene.command.target, std::move(event));
}

Rejection closed_already() {
  return rule_broken("P17", "Tài khoản này đã khóa.", "This account is closed.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const OpenAccount& body) {
  BodyCheck check(scene.world, scene.context);
  if (!is_username(body.username))
    check.fault("/username", "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch ngang.",
                "A username has 3 to 40 lower-case letters, digits, dots and hyphens.");
  check.text("/name", body.name);
  if (body.name.size() > kNameBytesMax) check.fault("/name", "Họ tên quá dài.", "The name is too long.");
  if (body.email && !is_email(*body.email))
    check.fault("/email", "Địa chỉ thư điện tử không đúng dạng.", "This is no e-mail address.");
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Subject subject{Aggregate::kAccount, scene.context.new_id};
  const AccountState* there = scene.world.accounts.find(subject.id);
  if ((there && there->kind) || subject.id == kSystemActor) return already_exists(subject.id);
  return single_by_role(scene, std::move(subject), AccountOpened{body.kind});
}

Result<Decision> decide_one(const Scene& scene, const CloseAccount&) {
  const AccountState* state = account_at(scene);
  if (!state) return not_found();
  if (state->closed) return closed_already();
  auto rejection =
      last_administrator_fault(scene.world, scene.context.today,
                               [&](const PostState&, const Holding& holding) { return holding.account == state->id; });
  if (rejection) return *std::move(rejection);
  return decision(scene, AccountClosed{});
}

Result<Decision> decide_one(const Scene& scene, const ReopenAccount&) {
  const AccountState* state = account_at(scene);
  if (!state) return not_found();
  if (!state->closed) return rule_broken("P17", "Tài khoản này không khóa.", "This account is not closed.");
  return decision(scene, AccountReopened{});
}

Result<Decision> decide_one(const Scene& scene, const IssueToken& body) {
  const AccountState* state = account_at(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check.text("/label", body.label);
  if (body.label.size() > kNameBytesMax) check.fault("/label", "Tên gọi quá dài.", "The label is too long.");
  check.after_today("/expires_on", body.expires_on);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (state->closed) return closed_already();
  if (state->kind == AccountKind::kPerson && !is_system(scene.context.actor))
    return rule_broken("P23", "Mã truy cập chỉ cấp cho tài khoản máy; người dùng đăng nhập bằng mật khẩu của mình.",
                       "Tokens are issued for machines; people sign in by their own password.");
  return decision(scene, AccountTokenIssued{{scene.context.new_id}, body.expires_on, body.scope});
}

Result<Decision> decide_one(const Scene& scene, const RevokeToken& body) {
  const AccountState* state = account_at(scene);
  if (!state) return not_found();
  const auto found = std::find_if(state->tokens.begin(), state->tokens.end(),
                                  [&](const AccountToken& token) { return token.token == body.token; });
  if (found == state->tokens.end()) return unknown_reference("/token", body.token.value);
  if (found->revoked) return rule_broken("P18", "Mã truy cập này đã thu hồi.", "This token is revoked already.");
  return decision(scene, AccountTokenRevoked{body.token});
}

}  // namespace luuvet
