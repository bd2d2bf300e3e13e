// Posts with who holds them; who works on an assignment; accounts with their posts and tokens.
#include "api/views/people_rows.h"
#include "api/views/view_parts.h"

namespace luuvet::api {

std::vector<HoldingRow> holding_rows(const PostState& post) {
  std::vector<HoldingRow> rows;
  for (const Holding& holding : post.holdings)
    rows.push_back({holding.account, holding.from, holding.to, holding.capacity, holding.document});
  return rows;
}

std::vector<HeldRow> held_rows(const World& world, const AccountState& account) {
  std::vector<HeldRow> rows;
  for (const PostId& id : account.posts) {
    const PostState* post = world.posts.find(id.value);
    if (!post) continue;
    for (const Holding& holding : post->holdings)
      if (holding.account == account.id)
        rows.push_back({id, holding.from, holding.to, holding.capacity, holding.document});
  }
  return rows;
}

std::vector<PeopleRow> people_rows(const std::vector<const AgencyPeople*>& people) {
  std::vector<PeopleRow> rows;
  for (const AgencyPeople* each : people)
    if (!each->empty()) rows.push_back({each->agency, each->leader, each->department, each->officers});
  return rows;
}

std::vector<TokenRow> token_rows(const AccountState& account, const Profile* profile) {
  std::vector<TokenRow> rows;
  for (const AccountToken& token : account.tokens) {
    TokenRow row{token.token, std::nullopt, token.expires_on, token.scope, token.revoked};
    if (profile)
      if (const auto label = profile->token_labels.find(token.token); label != profile->token_labels.end())
        row.label = label->second;
    rows.push_back(std::move(row));
  }
  return rows;
}

void write_row(std::string& out, const ViewContext& context, const PostState& row) {
  JsonObject object(out);
  object.members(row.content).member("holdings", holding_rows(row));
  add_life(object, context, {Aggregate::kPost, row.content.id.value});
}

void write_row(std::string& out, const ViewContext& context, const AccountState& row) {
  const std::optional<Profile> profile = context.profile_of ? context.profile_of(row.id) : std::nullopt;
  JsonObject object(out);
  object.member("id", row.id).member("kind", row.kind).member("closed", row.closed);
  object.member("username", profile ? profile->username : std::nullopt);
  object.member("name", profile ? profile->name : std::nullopt);
  object.member("email", profile ? profile->email : std::nullopt);
  object.member("last_signed_in_at", profile ? profile->last_signed_in_at : std::nullopt);
  object.member("posts", held_rows(context.views.world, row));
  object.member("tokens", token_rows(row, profile ? &*profile : nullptr));
  add_life(object, context, {Aggregate::kAccount, row.id.value});
}

}  // namespace luuvet::api
