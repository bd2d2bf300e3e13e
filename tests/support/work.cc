#include "tests/support/work.h"

#include <charconv>
#include <set>
#include <stdexcept>

#include "tests/support/json.h"

namespace luuvet::test {

namespace {

Json get(HttpClient& client, const std::string& target) {
  const HttpReply reply = client.get(target);
  if (reply.status != 200) throw std::runtime_error(target + ": " + std::to_string(reply.status) + " " + reply.body);
  return Json(reply.body);
}

std::set<std::string> agency_ids(HttpClient& client) {
  std::set<std::string> ids;
  const Json list = get(client, "/api/v1/agencies?limit=1000");
  for (const auto agency : list["items"].get_array()) ids.emplace(agency["id"].get_string().value());
  return ids;
}

bool is_open_joint_work(simdjson::dom::element task) {
  std::string_view mode;
  if (task["assignment_mode"].get(mode) != simdjson::SUCCESS || mode != "joint") return false;
  const std::string_view status = task["status"].get_string();
  return !task["is_group"].get_bool().value() && (status == "not-started" || status == "in-progress");
}

WorkRequest request(const OwnTask& task, const char* command, const std::string& key, std::string body) {
  return {.target = "/api/v1/tasks/" + task.id + "/" + command,
          .body = std::move(body),
          .headers = {{"Luuvet-Acting-For", task.agency}, {"Idempotency-Key", "\"" + key + "\""}}};
}

WorkRequest based(WorkRequest request, const OwnTask& task) {
  request.headers.emplace_back("Luuvet-Based-On", std::to_string(task.based_on));
  return request;
}

}  // namespace

std::vector<OwnTask> own_tasks(HttpClient& client, std::size_t count) {
  const std::set<std::string> agencies = agency_ids(client);
  const Json list = get(client, "/api/v1/tasks?group=false&limit=1000");
  std::vector<OwnTask> tasks;
  for (const auto task : list["items"].get_array()) {
    const auto leads = task["lead_agencies"].get_array();
    if (leads.size() != 1 || !is_open_joint_work(task)) continue;
    std::string lead(leads.at(0).get_string().value());
    if (agencies.contains(lead))
      tasks.push_back({std::string(task["id"].get_string().value()), std::move(lead), task["sequence"].get_uint64()});
  }
  if (tasks.size() < count)
    throw std::runtime_error("only " + std::to_string(tasks.size()) + " tasks led by one agency");
  return tasks;
}

WorkRequest comment(const OwnTask& task, const std::string& key, const std::string& text) {
  return request(task, "comment", key, R"({"text":)" + json_string(text) + "}");
}

WorkRequest progress_report(const OwnTask& task, const std::string& key, const std::string& text, unsigned percent) {
  return based(request(task, "report-progress", key,
                       R"({"percent":)" + std::to_string(percent) + R"(,"result":)" + json_string(text) + "}"),
               task);
}

WorkRequest approval(const OwnTask& task, const std::string& key, Sequence of) {
  return based(request(task, "approve-progress", key, R"({"of":[)" + std::to_string(of) + "]}"), task);
}

Sequence sequence_of(const HttpReply& reply) {
  Sequence sequence = 0;
  if (const auto text = reply.header("luuvet-sequence"))
    std::from_chars(text->data(), text->data() + text->size(), sequence);
  return sequence;
}

}  // namespace luuvet::test
