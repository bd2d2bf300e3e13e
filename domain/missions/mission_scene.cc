#include "domain/missions/mission_scene.h"

namespace luuvet {

const MissionState* mission_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kMission ? scene.world.missions.find(target.id) : nullptr;
}

void check_paid(BodyCheck& check, std::string_view pointer, Amount amount) {
  if (amount == 0 || amount > kMissionAmountMax || amount < -kMissionAmountMax)
    check.fault(pointer, "Số tiền tính bằng đồng, khác 0 và không quá 10^15; số âm là tiền nộp trả.",
                "An amount is in đồng, not 0 and at most 10^15; below zero it is money that came back.");
}

Rejection not_at_this_stage() {
  return rule_broken("Z03", "Nhiệm vụ KH&CN chưa đến hoặc đã qua bước này; các bước chỉ đi tới.",
                     "The mission has not come to this step, or is past it: steps only go forwards.");
}

std::optional<Rejection> disbursed_fault(Amount sum, const MissionContracted* contract) {
  if (sum >= 0 && (!contract || sum <= contract->amount)) return std::nullopt;
  return rule_broken("Z05", "Tổng số giải ngân không âm và không quá giá trị hợp đồng.",
                     "What is disbursed in all is not below zero nor above the contract.");
}

Rejection paid_before_contract() {
  return rule_broken("Z05", "Ngày giải ngân không thể trước ngày ký hợp đồng.", "Nothing is paid before its contract.");
}

}  // namespace luuvet
