#include "api/rights_codec.h"

#include <algorithm>
#include <array>

#include "api/json/json_names.h"

namespace luuvet::api {
namespace {

struct RoleName {
  Role role;
  std::string_view name_vi;
  std::string_view name_en;
};
constexpr std::array kRoleNames = {
    RoleName{Role::kOfficer, "Chuyên viên", "Officer"},
    RoleName{Role::kHead, "Người đứng đầu", "Head"},
    RoleName{Role::kDeputy, "Cấp phó của người đứng đầu", "Deputy head"},
    RoleName{Role::kClerk, "Văn thư", "Clerk"},
    RoleName{Role::kStandingAgency, "Cơ quan thường trực", "Standing agency"},
    RoleName{Role::kFinance, "Cơ quan tài chính", "Finance"},
    RoleName{Role::kStatistics, "Cơ quan thống kê", "Statistics"},
    RoleName{Role::kCommitteeMember, "Thành viên Ban Chỉ đạo", "Committee member"},
    RoleName{Role::kCommitteeHead, "Trưởng Ban Chỉ đạo", "Head of the committee"},
    RoleName{Role::kInspector, "Thanh tra, kiểm tra", "Inspector"},
    RoleName{Role::kSocialSupervision, "Giám sát xã hội", "Social supervision"},
    RoleName{Role::kIoc, "Trung tâm điều hành thông minh", "Operations centre"},
    RoleName{Role::kOutsideLead, "Đơn vị ngoài chủ trì", "Outside lead"},
    RoleName{Role::kAdministrator, "Quản trị hệ thống", "Administrator"},
    RoleName{Role::kPublic, "Công chúng", "Public"},
};

std::vector<Role> roles_of(const Right& right) {
  std::vector<Role> roles;
  for (const RoleName& each : kRoleNames)
    if (right.roles.has(each.role)) roles.push_back(each.role);
  return roles;
}

// Each once, though its rows need not stand together.
std::vector<CommandKind> all_commands() {
  std::vector<CommandKind> commands;
  for (const Right& right : kRights)
    if (std::find(commands.begin(), commands.end(), right.command) == commands.end()) commands.push_back(right.command);
  return commands;
}

void write_rows(std::string& out, CommandKind command) {
  std::vector<const Right*> rows;
  for (const Right& right : kRights)
    if (right.command == command) rows.push_back(&right);
  write_array(out, rows, [](std::string& to, const Right* right) {
    JsonObject(to).member("roles", roles_of(*right)).member("relation", right->relation);
  });
}

struct PostRow {
  PostId post;
  std::string title;
  Role role = Role::kOfficer;
  std::optional<CommitteeId> committee;
  std::vector<std::string> areas;
  Capacity capacity = Capacity::kDirect;
  Date from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(PostRow, (), (post, title, role, committee, areas, capacity, from, to))

// By which holding the grant stands on `date`.
PostRow row_of(const World& world, const ActorId& actor, const Grant& grant, Date date) {
  PostRow row{grant.post, {}, grant.role, grant.committee, grant.areas, grant.capacity, {}, {}};
  const PostState* post = world.posts.find(grant.post.value);
  if (!post) return row;
  row.title = post->content.title;
  for (const Holding& holding : post->holdings) {
    if (holding.account.value != actor.value || holding.capacity != grant.capacity || !holding.holds(date)) continue;
    row.from = holding.from;
    row.to = holding.to;
  }
  return row;
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

struct AgencyGrants {
  std::vector<Role> roles;
  std::vector<Capacity> capacities;
  std::vector<PostRow> posts;
};

}  // namespace

std::string rights_body() {
  std::string body;
  {
    JsonObject object(body);
    object.with("items", [](std::string& out) {
      write_array(out, all_commands(), [](std::string& to, CommandKind command) {
        JsonObject(to).member("command", command).with("rows", [&](std::string& inner) { write_rows(inner, command); });
      });
    });
    object.with("roles", [](std::string& out) {
      write_array(out, kRoleNames, [](std::string& to, const RoleName& each) {
        JsonObject(to).member("role", each.role).member("name_vi", each.name_vi).member("name_en", each.name_en);
      });
    });
  }
  return body;
}

void add_grants(JsonObject& object, const World& world, const ActorId& actor, Date date) {
  const std::vector<Grant> grants = grants_of(world, actor, date);
  const std::vector<AgencyId> agencies = agencies_of(grants);
  object.with("agencies", [&](std::string& out) {
    write_array(out, agencies, [&](std::string& to, const AgencyId& agency) {
      AgencyGrants of;
      for (const Grant& grant : grants) {
        if (grant.agency != agency) continue;
        add_once(of.roles, grant.role);
        add_once(of.capacities, grant.capacity);
        of.posts.push_back(row_of(world, actor, grant, date));
      }
      JsonObject(to)
          .member("agency", agency)
          .member("roles", of.roles)
          .member("capacities", of.capacities)
          .member("posts", of.posts);
    });
  });
  object.with("commands", [&](std::string& out) {
    JsonObject commands(out);
    for (const AgencyId& agency : agencies) commands.member(agency.value, commands_of(grants, agency));
  });
}

}  // namespace luuvet::api
