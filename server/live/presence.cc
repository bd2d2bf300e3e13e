#include "server/live/presence.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "api/json/json_write.h"

namespace luuvet::server {
namespace {

// Of one who looks, as the others are told.
struct Person {
  std::string account;
  std::string name;
  std::string agency;
  std::optional<std::string> field;
  bool typing = false;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(Person, (), (account, name, agency, field, typing, since))

}  // namespace

struct Presence::Viewer {
  Peer& peer;
  std::size_t place = 0;  // in viewers_
  Room* room = nullptr;   // null: looks at nothing
  Onlooker who{};
  std::optional<std::string> field{};
  bool typing = false;
  bool due = false;  // its list has changed since it was told
  Instant since{};   // it looks at this record
  Clock::time_point seen{};
};

struct Presence::Room {
  std::string subject;
  std::vector<Viewer*> viewers;
  bool due = false;  // some viewer's list is, and its peer may take it
  Clock::time_point sent{};
};

// One person of a room, whichever number of sockets it has there.
struct Presence::Row {
  const Viewer* viewer;
  std::string json;
};

Presence::Seat::Seat(std::shared_ptr<Presence> presence, Viewer& viewer)
    : presence_(std::move(presence)), viewer_(&viewer) {}
Presence::Seat::Seat(Seat&& other) noexcept
    : presence_(std::move(other.presence_)), viewer_(std::exchange(other.viewer_, nullptr)) {}
Presence::Seat& Presence::Seat::operator=(Seat&& other) noexcept {
  if (viewer_ != nullptr) presence_->stand_up(*viewer_);
  presence_ = std::move(other.presence_);
  viewer_ = std::exchange(other.viewer_, nullptr);
  return *this;
}
Presence::Seat::~Seat() {
  if (viewer_ != nullptr) presence_->stand_up(*viewer_);
}
void Presence::Seat::look(Onlooker who, Gaze gaze, Clock::time_point now) {
  if (viewer_ != nullptr) presence_->look(*viewer_, std::move(who), std::move(gaze), now);
}
void Presence::Seat::look_away() {
  if (viewer_ != nullptr) presence_->leave(*viewer_);
}
void Presence::Seat::ready(Clock::time_point now) {
  if (viewer_ != nullptr) presence_->ready(*viewer_, now);
}

// The hub's connections count from 1.
Presence::Presence(Config config)
    : config_(std::move(config)), frames_(Framing::kWebSocket, config_.source, connection_id(0)) {}
Presence::~Presence() = default;

Presence::Seat Presence::sit(const std::shared_ptr<Presence>& presence, Peer& peer) {
  auto& viewers = presence->viewers_;
  viewers.push_back(std::unique_ptr<Viewer>(new Viewer{peer, viewers.size()}));
  return {presence, *viewers.back()};
}

void Presence::stand_up(Viewer& viewer) {
  leave(viewer);
  const std::size_t place = viewer.place;
  viewers_.back()->place = place;
  std::swap(viewers_[place], viewers_.back());
  viewers_.pop_back();
}

void Presence::look(Viewer& viewer, Onlooker&& who, Gaze&& gaze, Clock::time_point now) {
  if (viewer.room != nullptr && viewer.room->subject != gaze.subject) leave(viewer);
  const bool same =
      viewer.room != nullptr && viewer.who == who && viewer.field == gaze.field && viewer.typing == gaze.typing;
  viewer.seen = now;
  viewer.who = std::move(who);
  viewer.field = std::move(gaze.field);
  viewer.typing = gaze.typing;
  if (viewer.room == nullptr) enter(viewer, std::move(gaze.subject));
  if (!same) tell_others(*viewer.room, viewer.who.account);
  flush(*viewer.room, now);
}

void Presence::ready(Viewer& viewer, Clock::time_point now) {
  if (viewer.room == nullptr || !viewer.due) return;
  viewer.room->due = true;
  flush(*viewer.room, now);
}

void Presence::enter(Viewer& viewer, std::string&& subject) {
  auto& room = rooms_[subject];
  if (!room) room = std::make_unique<Room>();
  room->subject = std::move(subject);
  room->viewers.push_back(&viewer);
  room->due = true;
  viewer.room = room.get();
  viewer.since = config_.now();
  viewer.due = true;
}

void Presence::leave(Viewer& viewer) {
  Room* room = std::exchange(viewer.room, nullptr);
  if (room == nullptr) return;
  viewer.due = false;
  std::erase(room->viewers, &viewer);
  if (room->viewers.empty())
    rooms_.erase(rooms_.find(room->subject));
  else
    tell_others(*room, viewer.who.account);
}

void Presence::tell_others(Room& room, const std::string& account) {
  for (Viewer* other : room.viewers) {
    if (other->who.account == account) continue;
    other->due = true;
    room.due = true;
  }
}

void Presence::tick(Clock::time_point now) {
  for (const auto& viewer : viewers_)
    if (now - viewer->seen >= config_.limits.lifetime) leave(*viewer);
  for (const auto& [subject, room] : rooms_) flush(*room, now);
}

void Presence::flush(Room& room, Clock::time_point now) {
  if (!room.due || now - room.sent < config_.limits.spacing) return;
  room.due = false;
  room.sent = now;
  const std::vector<Row> rows = rows_of(room);
  for (Viewer* viewer : room.viewers) {
    if (!viewer->due || viewer->peer.unsent() > 0) continue;
    viewer->due = false;
    viewer->peer.send(frame_for(*viewer, rows));
  }
}

// Who types first, then who came first; one more than are named, as nobody is told of itself.
std::vector<Presence::Row> Presence::rows_of(const Room& room) const {
  const auto rank = [](const Viewer* viewer) {
    return std::tuple(!viewer->typing, viewer->since, std::string_view(viewer->who.account));
  };
  std::map<std::string_view, const Viewer*> people;
  for (const Viewer* viewer : room.viewers) {
    const Viewer*& shown = people.try_emplace(viewer->who.account, viewer).first->second;
    if (rank(viewer) < rank(shown)) shown = viewer;
  }
  std::vector<Row> rows;
  for (const auto& [account, viewer] : people) rows.push_back({viewer, {}});
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return rank(a.viewer) < rank(b.viewer); });
  const std::size_t named = std::min(rows.size(), config_.limits.people + 1);
  for (std::size_t at = 0; at < named; ++at) {
    const Viewer& shown = *rows[at].viewer;
    rows[at].json = api::shown_json(
        Person{shown.who.account, shown.who.name, shown.who.agency, shown.field, shown.typing, shown.since});
  }
  return rows;
}

std::string Presence::frame_for(const Viewer& viewer, const std::vector<Row>& rows) {
  std::string data = R"({"subject":)";
  api::write_string(data, viewer.room->subject);
  data += R"(,"people":[)";
  std::size_t named = 0;
  for (const Row& row : rows) {
    if (named == config_.limits.people) break;
    if (row.viewer->who.account == viewer.who.account) continue;
    if (named++ > 0) data += ',';
    data += row.json;
  }
  data += R"(],"more":)" + std::to_string(rows.size() - 1 - named) + '}';
  return frames_.presence(config_.now(), data);
}

}  // namespace luuvet::server
