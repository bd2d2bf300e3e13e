// GET /api/v1/events as one page: the batch forms of the feed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "api/http/http_message.h"
#include "api/http/request_headers.h"
#include "server/live/access.h"
#include "server/live/feed_query.h"
#include "server/log/event_log.h"

namespace luuvet::server {

// Filled in steps, so that a filter that matches little does not hold up the thread while the log is searched.
class EventsPage {
 public:
  static constexpr std::size_t kBytesMax =
      4 * 1024 * 1024;  // of records; beyond, a page has fewer than asked for, but one

  // `request` and `query` as read from it; nothing after `head` is given.
  EventsPage(const api::Request& request, FeedQuery query, const Involves& involves, FeedAccess access, Sequence head);

  // Goes on until the page is done (true) or the time is over (false).
  bool fill(const EventLog& log, std::chrono::steady_clock::time_point until);

  // In the form that Accept asks for. `Luuvet-Sequence` is the position up to which the page is complete, whatever the
  // filter left out; while that is before the head, `Link` leads to the next page.
  api::Reply reply() &&;

 private:
  bool take(Sequence sequence, std::string_view bytes);
  bool give(std::string_view bytes);
  bool full() const { return count_ == limit_; }

  const api::EventsForm form_;
  const std::string target_;
  const std::size_t limit_;
  const FeedFilter filter_;
  const FeedAccess access_;
  const Sequence head_;
  EnvelopeReader envelopes_;
  Sequence position_;
  std::size_t count_ = 0;
  bool no_room_ = false;
  std::string body_;
  std::string leaf_;
};

}  // namespace luuvet::server
