// The log itself and the calendar: commands of the server, which no request can carry.
#include <utility>

#include "domain/decide_parts.h"

namespace luuvet {
namespace {

Decision by_system(Subject subject) {
  Decision decision;
  decision.agency = {std::string(kSystemActor)};
  decision.resource = std::move(subject);
  return decision;
}

Decision by_system(Subject subject, Event event) {
  Decision decision = by_system(subject);
  decision.events.push_back({std::move(subject), std::nullopt, std::nullopt, std::move(event)});
  return decision;
}

Rejection no_log() {
  return rule_broken("G08", "Sổ ghi chưa được khởi tạo.", "The log has not been created yet.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const OpenDay& body) {
  const Subject calendar{Aggregate::kCalendar, "vn"};
  const std::optional<Date>& day = scene.world.day;
  if (day && body.date <= *day) return by_system(calendar);
  if (day && body.date.days > day->days + 1)
    return rule_broken("G09", "Các ngày được mở lần lượt; ngày kế tiếp là " + to_string(Date{day->days + 1}) + ".",
                       "Days are opened in order; the next is " + to_string(Date{day->days + 1}) + ".");
  return by_system(calendar, DayOpened{body.date});
}

Result<Decision> decide_one(const Scene& scene, const CreateLog& body) {
  if (scene.world.head != 0)
    return rule_broken("G08", "Sổ ghi đã có bản ghi; chỉ khởi tạo một lần.",
                       "The log holds records; it is created once.");
  return by_system({Aggregate::kLog, body.log.log}, body.log);
}

Result<Decision> decide_one(const Scene& scene, const AdoptLog& body) {
  if (!scene.world.log) return no_log();
  return by_system({Aggregate::kLog, scene.world.log->log}, LogAdopted{body.public_key});
}

Result<Decision> decide_one(const Scene& scene, const NoteErasure& body) {
  if (!scene.world.log) return no_log();
  BodyCheck check(scene.world, scene.context);
  if (body.sequence < 1 || body.sequence > scene.world.head)
    check.fault("/sequence", "Không có bản ghi này.", "There is no such record.");
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  return by_system({Aggregate::kLog, scene.world.log->log}, RecordErased{body.sequence, body.document, body.reason});
}

}  // namespace luuvet
