#include "server/app/demo.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include "api/json/json_names.h"

namespace luuvet::server {
namespace {

// One account for each role that does not come with every agency, at a body of the seeds that plays it.
struct OtherRole {
  Role role;
  std::string_view title;
  std::string_view agency;
  std::string_view committee = {};
};
constexpr std::array kOtherRoles = {
    OtherRole{Role::kDeputy, "Phó Giám đốc", "so-khcn"},
    OtherRole{Role::kClerk, "Văn thư", "so-khcn"},
    OtherRole{Role::kFinance, "Cán bộ tài chính", "so-tai-chinh"},
    OtherRole{Role::kStatistics, "Cán bộ thống kê", "thong-ke-tinh"},
    OtherRole{Role::kCommitteeHead, "Trưởng Ban Chỉ đạo", "tinh-uy", "bcd-tinh-uy"},
    OtherRole{Role::kCommitteeMember, "Ủy viên Ban Chỉ đạo", "ubnd-tinh", "bcd-tinh-uy"},
    OtherRole{Role::kInspector, "Thanh tra viên", "thanh-tra-tinh"},
    OtherRole{Role::kSocialSupervision, "Cán bộ giám sát", "mttq-tinh"},
    OtherRole{Role::kIoc, "Trực điều hành", "tt-tthn"},
    OtherRole{Role::kOutsideLead, "Đầu mối doanh nghiệp", "viettel"},
    OtherRole{Role::kAdministrator, "Quản trị hệ thống", "vp-ubnd-tinh"},
    OtherRole{Role::kPublic, "Người dân", "cong-ttdt-tinh"},
};
constexpr std::string_view kSponsor = "so-khcn";  // of the outside lead

std::vector<DemoAgency> agencies_of(const World& world) {
  std::vector<DemoAgency> agencies;
  world.agencies.for_each([&](const auto& agency) {
    if (!agency->ended_on) agencies.push_back({agency->content.id, agency->content.name});
  });
  return agencies;
}

std::string name_of_agency(const World& world, const AgencyId& id) {
  const auto* agency = world.agencies.find(id.value);
  return agency ? agency->content.name : id.value;
}

void add(std::vector<DemoPost>& posts, const World& world, Role role, std::string_view title, const AgencyId& agency,
         std::string_view committee) {
  if (!world.is_agency(agency) || world.has_ended(agency) || (!committee.empty() && !world.committees.find(committee)))
    return;
  const std::string name(api::name_of(role));
  DemoPost post{name, std::string(title), agency.value + "." + name, agency, name_of_agency(world, agency), {}};
  if (!committee.empty()) post.committee = CommitteeId{std::string(committee)};
  posts.push_back(std::move(post));
}

// While no agency is registered there are no posts: one account to look around with.
DemoPost viewer() {
  return {"public", "Người xem", "viewer", AgencyId{std::string(kSystemActor)}, "LuuVet", {}};
}

std::vector<DemoPost> demo_posts(const World& world) {
  std::vector<DemoPost> posts = agency_demo_posts(agencies_of(world));
  if (posts.empty()) return {viewer()};
  std::set<AgencyId> standing;
  world.programmes.for_each([&](const auto& programme) { standing.insert(programme->content.standing_agency); });
  world.committees.for_each([&](const auto& committee) { standing.insert(committee->content.standing_agency); });
  for (const AgencyId& agency : standing)
    add(posts, world, Role::kStandingAgency, "Chuyên viên cơ quan thường trực", agency, "");
  for (const OtherRole& other : kOtherRoles)
    add(posts, world, other.role, other.title, AgencyId{std::string(other.agency)}, other.committee);
  return posts;
}

// The bodies with most to do stand first: whoever tries the system looks for them.
void sort_by_work(std::vector<DemoRow>& rows, const World& world) {
  std::map<std::string, std::size_t> led;
  world.tasks.for_each([&](const auto& task) {
    for (const AgencyId& lead : task->content.lead_agencies) ++led[lead.value];
  });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const DemoRow& a, const DemoRow& b) { return led[a.agency] > led[b.agency]; });
}

RegisterPost post_of(const DemoFacts& facts, const World& world) {
  RegisterPost post;
  post.role = *api::value_of<Role>(facts.post.role);
  post.agency = facts.post.agency;
  post.committee = facts.post.committee;
  post.title = facts.post.title;
  if (post.role == Role::kOutsideLead) post.sponsor = world.successor(AgencyId{std::string(kSponsor)});
  return post;
}

// The commands that are still due for one account, as the system.
class DemoJobs {
 public:
  DemoJobs(const World& world, Instant now) : world_(world), now_(now) {}

  void add(const DemoFacts& facts) {
    const std::string& account = facts.account.value;
    const AccountState* state = world_.accounts.find(account);
    if (!state || !state->kind)
      command({Aggregate::kAccount, ""}, OpenAccount{facts.post.username, facts.post.title, {}, AccountKind::kPerson},
              account);
    if (world_.is_agency(facts.post.agency) && !world_.posts.find(facts.post_id)) {
      command({Aggregate::kPost, ""}, post_of(facts, world_), facts.post_id);
      command({Aggregate::kPost, facts.post_id}, FillPost{AccountId{account}, vietnam_date(now_), {}, {}, {}}, "");
    }
    const bool has_token =
        state && std::any_of(state->tokens.begin(), state->tokens.end(),
                             [&](const AccountToken& each) { return each.token.value == facts.token_id; });
    if (!has_token)
      command({Aggregate::kAccount, account}, IssueToken{"demo", facts.token_expires_on, TokenScope::kWrite},
              facts.token_id);
  }
  std::vector<Job> take() { return std::move(jobs_); }

 private:
  void command(Subject target, CommandBody body, std::string new_id) {
    Job job = system_job(std::move(body), now_);
    job.command.target = std::move(target);
    job.context.new_id = std::move(new_id);
    jobs_.push_back(std::move(job));
  }

  const World& world_;
  const Instant now_;
  std::vector<Job> jobs_;
};

void require_done(const BatchResult& result) {
  for (const Finished& finished : result.finished)
    if (const auto* rejection = std::get_if<Rejection>(&finished.outcome))
      throw std::logic_error("a demo account was refused: " + rejection->detail.en);
}

}  // namespace

void furnish_demo(Instance& instance, Identity& identity, const std::filesystem::path& data) {
  const ViewsPtr views = instance.engine().views();
  const Instant now = system_now();
  DemoJobs jobs(views->world, now);
  for (const DemoFacts& facts : prepare_demo_accounts(identity.writer, data, demo_posts(views->world), now)) {
    jobs.add(facts);
    identity.demo_rows.push_back(
        {facts.post.username, facts.post.title, {facts.post.role}, facts.post.agency.value, facts.post.agency_name});
  }
  sort_by_work(identity.demo_rows, views->world);
  std::vector<Job> due = jobs.take();
  if (!due.empty()) require_done(instance.engine().run(std::move(due)));
}

}  // namespace luuvet::server
