#include "domain/people/post_check.h"

#include <set>

namespace luuvet {
namespace {

bool is_committee_role(Role role) {
  return role == Role::kCommitteeMember || role == Role::kCommitteeHead;
}

void check_committee(BodyCheck& check, const std::string& pointer, const Post& post) {
  if (is_committee_role(post.role) && !post.committee)
    check.fault(pointer, "Chức danh trong Ban Chỉ đạo cần nêu Ban Chỉ đạo.", "A post on a committee names it.");
  if (!post.committee) return;
  if (!is_committee_role(post.role) && post.role != Role::kStandingAgency)
    check.fault(pointer, "Chức danh này không thuộc Ban Chỉ đạo nào.", "This role belongs to no committee.");
  if (!check.world().committees.find(post.committee->value)) check.unknown(pointer, post.committee->value);
}

void check_sponsor(BodyCheck& check, const std::string& pointer, const Post& post) {
  const bool outside = post.role == Role::kOutsideLead;
  if (outside && !post.sponsor)
    check.fault(pointer, "Đơn vị ngoài cần nêu cơ quan bảo trợ.", "An outside lead names its sponsor.");
  if (!post.sponsor) return;
  if (!outside) check.fault(pointer, "Chỉ đơn vị ngoài có cơ quan bảo trợ.", "Only an outside lead has a sponsor.");
  if (*post.sponsor == post.agency)
    check.fault(pointer, "Cơ quan bảo trợ phải là cơ quan khác.", "The sponsor is another agency.");
  check.agency(pointer, *post.sponsor, BodyCheck::Bodies::kAgencies);
}

void check_areas(BodyCheck& check, const std::string& pointer, const std::vector<std::string>& areas) {
  check.size(pointer, areas.size());
  std::set<std::string> used;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (!is_valid_id(areas[i]))
      check.fault(at(pointer, i), "Mã mảng không đúng quy cách.", "This is no id of an area.");
    check.once(at(pointer, i), used, areas[i]);
  }
}

}  // namespace

void check_post(BodyCheck& check, const std::string& prefix, const Post& post) {
  check.agency(prefix + "/agency", post.agency, BodyCheck::Bodies::kAgencies);
  check.text(prefix + "/title", post.title);
  check_committee(check, prefix + "/committee", post);
  check_sponsor(check, prefix + "/sponsor", post);
  check_areas(check, prefix + "/areas", post.areas);
  check.text(prefix + "/pillar", post.pillar);
  if (post.pillar && post.role != Role::kOfficer)
    check.fault(prefix + "/pillar", "Chỉ chuyên viên làm đầu mối theo trụ cột.",
                "Only an officer is focal officer of a pillar.");
  check.document(prefix + "/document", post.document);
}

}  // namespace luuvet
