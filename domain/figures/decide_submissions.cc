// The same command on many figures, as one act: all or nothing (X22, G06). A submission may stand in several items,
// once for each kind of figure.
#include <utility>

#include "domain/decide_items.h"
#include "domain/figures/submission_items.h"
#include "domain/figures/submitting.h"

namespace luuvet {
namespace {

template <class Item>
Result<Decision> decide_many(const Scene& scene, const std::vector<Item>& items) {
  const auto alone = [](const Item& item) { return body_of(item); };
  const auto there = [&](const Subject& subject) { return find_submitting(scene.world, subject).has_value(); };
  const auto key_of = [](const Item& item) { return std::pair(item.subject, item.kind); };
  if (auto rejection = subjects_fault(scene, items, there, key_of)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, items, alone)) return *std::move(rejection);
  return decide_items(scene, items, alone);
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const EnterSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const SubmitSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ApproveSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const VerifySubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissionDrafts& body) {
  return decide_many(scene, body.items);
}

}  // namespace luuvet
