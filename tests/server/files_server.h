// The running server and what brings files to it.
#pragma once

#include <string>

#include "tests/files/sample_files.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {

class FilesServer : public RunningServer {
 protected:
  // As the head of the agency.
  HttpAnswer upload(const std::string& bytes, const std::string& encoded_name = "bao-cao.pdf",
                    const std::string& agency = kLead, HttpHeaders more = {}) {
    HttpHeaders headers = {{"Content-Type", "application/octet-stream"},
                           {"Content-Disposition", "attachment; filename*=UTF-8''" + encoded_name},
                           {"Authorization", bearer_of(port(), agency, "head")}};
    headers.insert(headers.end(), more.begin(), more.end());
    return ask({"POST", "/api/v1/files", headers, bytes});
  }
  // The id of what was taken.
  std::string brought(const std::string& bytes, const std::string& encoded_name = "bao-cao.pdf",
                      const std::string& agency = kLead) {
    const HttpAnswer answer = upload(bytes, encoded_name, agency);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return text_of(answer.body, "file");
  }
  static std::string paper(const std::string& file) {
    return R"({"kind":"report","issuer":"Sở KH&CN","abstract":"Báo cáo kết quả","file":")" + file + "\"}";
  }
  // As the head of the agency.
  HttpReply registered(const std::string& file, const std::string& agency = kLead) {
    return post("/api/v1/documents", paper(file),
                {{"Authorization", bearer_of(port(), agency, "head")}, {"Luuvet-Acting-For", agency}});
  }
  // The id of a document that has this file.
  std::string document_with(const std::string& file) {
    const HttpReply reply = registered(file);
    EXPECT_EQ(reply.status, 201) << reply.body;
    return text_of(reply.body, "id");
  }
  HttpAnswer get_as(const std::string& target, const std::string& agency, const std::string& role) {
    return ask({"GET", target, {{"Authorization", bearer_of(port(), agency, role)}}});
  }
  std::filesystem::path files() const { return folder_.path() / "data" / "files"; }
  // Files below the store's folder, those that are coming included.
  std::size_t stored() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(files()))
      count += entry.is_regular_file() ? 1 : 0;
    return count;
  }
};

}  // namespace luuvet::test
