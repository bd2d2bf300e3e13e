// Bodies that never lie whole in memory: what is sent while it is read, and what is taken while it comes. All on the
// net thread; what is given to `then` may come at once or later, and comes once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace luuvet::api {

struct Reply;

class BodySource {
 public:
  virtual ~BodySource() = default;

  virtual std::uint64_t size() const = 0;  // of all pieces together
  // The next piece, which is not empty while some of `size` is left; nothing where it cannot be read. One call at a
  // time.
  virtual void next(std::function<void(std::optional<std::string>&&)> then) = 0;
};

class BodySink {
 public:
  // Before `finish`: the body did not come whole, and what was taken is to be forgotten.
  virtual ~BodySink() = default;

  // True: go on. False: no more, `finish` says why. One call at a time.
  virtual void take(std::string piece, std::function<void(bool)> then) = 0;
  virtual void finish(std::function<void(Reply&&)> then) = 0;
};

// A refusal by the head of a request, or what takes its body.
using SinkAnswer = std::variant<Reply, std::shared_ptr<BodySink>>;

}  // namespace luuvet::api
