// One upload under way: pieces go to the worker of files, one after another; what comes of it is answered at the end.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/plans/document.h"
#include "server/app/desk.h"
#include "server/files/file_store.h"
#include "server/files/file_type.h"

namespace luuvet::server {

struct UploadParts {
  FileStore& store;
  const FileTypes& types;
  const Desk& desk;
  std::uint64_t bytes_max;
  std::function<void(Upload)> brought;  // once it is durable; net thread
};

class UploadSink final : public api::BodySink {
 public:
  // `slot` is held as long as this lives.
  UploadSink(UploadParts parts, VisitPtr visit, std::string name, std::vector<api::Header> headers,
             std::shared_ptr<void> slot);

  void take(std::string piece, std::function<void(bool)> then) override;
  void finish(std::function<void(api::Reply&&)> then) override;

 private:
  struct Work;
  void answer(const std::function<void(api::Reply&&)>& then, api::Reply&& reply) const;

  const UploadParts parts_;
  const VisitPtr visit_;
  const std::vector<api::Header> headers_;
  const std::shared_ptr<void> slot_;
  const std::shared_ptr<Work> work_;  // the worker's, while a job of this upload is with it
};

}  // namespace luuvet::server
