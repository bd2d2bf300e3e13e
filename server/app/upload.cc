#include "server/app/upload.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include "api/json/json_object.h"
#include "server/files/file_name.h"

namespace luuvet::server {
namespace {

constexpr std::chrono::seconds kSoon{5};

api::Problem empty_file() {
  return api::bad_request({"Tệp trống, không có nội dung.", "The file is empty."});
}

api::Problem type_not_taken() {
  api::Problem problem = api::unsupported_media_type();
  problem.detail = {
      "Chỉ nhận tệp PDF, DOCX, XLSX, PPTX, ODT, ODS (không có macro, không đặt mật khẩu), ảnh PNG, JPEG, văn bản TXT, "
      "CSV.",
      "Taken are PDF, DOCX, XLSX, PPTX, ODT, ODS (without macros or passwords), PNG and JPEG images, TXT and CSV."};
  return problem;
}

bool is_full_disk(const std::system_error& error) {
  return error.code() == std::errc::no_space_on_device || error.code().value() == EDQUOT;
}

std::string body_of(const StoredFile& file) {
  std::string body;
  {
    api::JsonObject object(body);
    object.member("file", file.id).member("digest", file.digest).member("size", file.size);
    object.member("media_type", file.media_type).member("name", file.name);
  }
  return body;
}

}  // namespace

// Worker of files; what goes wrong is kept for the answer.
struct UploadSink::Work {
  std::unique_ptr<IncomingFile> incoming;
  std::string name;
  std::optional<api::Problem> problem;
  std::optional<StoredFile> file;

  template <class Step>
  void carry_out(const Desk& desk, const Step& step) {
    if (problem) return;
    try {
      step();
    } catch (const std::system_error& error) {
      problem = is_full_disk(error) ? api::low_storage() : api::internal_error();
      desk.report(std::string("upload: ") + error.what());
    } catch (const std::exception& error) {
      problem = api::internal_error();
      desk.report(std::string("upload: ") + error.what());
    }
  }
  void write(const FileStore& store, std::string_view piece) {
    if (!incoming) incoming = store.begin();
    incoming->write(piece);
  }
  void keep(const UploadParts& parts) {
    if (!incoming || incoming->size() == 0) {
      problem = empty_file();
      return;
    }
    const FileType* type = parts.types.look_at(incoming->path(), name);
    if (!type) {
      problem = type_not_taken();
      return;
    }
    const std::string digest = incoming->finish();
    file = StoredFile{parts.store.keep(*incoming, digest), digest, incoming->size(), std::string(type->media_type),
                      fitting_name(name, *type)};
  }
};

UploadSink::UploadSink(UploadParts parts, VisitPtr visit, std::string name, std::vector<api::Header> headers,
                       std::shared_ptr<void> slot)
    : parts_(std::move(parts)),
      visit_(std::move(visit)),
      headers_(std::move(headers)),
      slot_(std::move(slot)),
      work_(std::make_shared<Work>()) {
  work_->name = std::move(name);
}

void UploadSink::take(std::string piece, std::function<void(bool)> then) {
  const bool taken = parts_.desk.in_background(
      [work = work_, &store = parts_.store, &desk = parts_.desk, piece = std::move(piece), then] {
        work->carry_out(desk, [&] { work->write(store, piece); });
        return [then, more = !work->problem] { then(more); };
      });
  if (taken) return;
  work_->problem = api::overloaded(kSoon);
  then(false);
}

void UploadSink::finish(std::function<void(api::Reply&&)> then) {
  const bool taken = parts_.desk.in_background([this, work = work_, parts = parts_, then] {
    work->carry_out(parts.desk, [&] { work->keep(parts); });
    work->incoming.reset();
    return [this, work, parts, then] {
      if (work->problem) return answer(then, api::reply_of(*work->problem, *visit_));
      api::Reply reply;
      reply.status = 201;
      reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
      reply.body = body_of(*work->file);
      parts.brought({*work->file, visit_->caller.account});
      answer(then, std::move(reply));
    };
  });
  if (!taken) answer(then, api::reply_of(api::overloaded(kSoon), *visit_));
}

void UploadSink::answer(const std::function<void(api::Reply&&)>& then, api::Reply&& reply) const {
  reply.account = visit_->caller.account.value;
  reply.headers.insert(reply.headers.end(), headers_.begin(), headers_.end());
  then(std::move(reply));
}

}  // namespace luuvet::server
