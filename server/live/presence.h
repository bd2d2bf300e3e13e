// Who looks at which record at this moment: a seat for each socket that says so, and a frame to the others at the same
// record when their list changes. Kept in memory alone, gone when it is not repeated.
//
// A frame is made only for a socket that holds nothing unsent, from what is so at that moment: a slow one has none
// waiting, and gets the latest when it is ready. So presence adds nothing to what the hub bounds, and moves no
// position.
//
// No sockets in here: peers and time come from outside. Everything on the net thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/live/access.h"
#include "server/live/frames.h"
#include "server/live/hub.h"
#include "server/live/limits.h"

namespace luuvet::server {

// What somebody has on the screen.
struct Gaze {
  std::string subject;
  std::optional<std::string> field;  // of the form that is open
  bool typing = false;
};

class Presence {
 public:
  struct Viewer;
  // A socket's place in it; looks away when it goes.
  class Seat {
   public:
    Seat() = default;
    Seat(std::shared_ptr<Presence> presence, Viewer& viewer);
    Seat(Seat&& other) noexcept;
    Seat& operator=(Seat&& other) noexcept;
    ~Seat();

    void look(Onlooker who, Gaze gaze, Clock::time_point now);
    void look_away();
    // The peer has sent all it kept: what it missed may go out.
    void ready(Clock::time_point now);
    explicit operator bool() const { return viewer_ != nullptr; }

   private:
    std::shared_ptr<Presence> presence_;
    Viewer* viewer_ = nullptr;
  };

  struct Config {
    PresenceLimits limits;
    std::string source;  // of the records, "/luuvet/<instance>/<log>"
    std::function<Instant()> now;
  };

  explicit Presence(Config config);
  ~Presence();

  // The peer, a WebSocket's, must outlive the seat.
  static Seat sit(const std::shared_ptr<Presence>& presence, Peer& peer);

  const PresenceLimits& limits() const { return config_.limits; }
  std::size_t seats() const { return viewers_.size(); }
  std::size_t records() const { return rooms_.size(); }  // that somebody looks at

  // Lets go who looks no more, and sends what waits for its time. To be called every LiveLimits::tick.
  void tick(Clock::time_point now);

 private:
  struct Room;
  struct Row;

  void look(Viewer& viewer, Onlooker&& who, Gaze&& gaze, Clock::time_point now);
  void ready(Viewer& viewer, Clock::time_point now);
  void stand_up(Viewer& viewer);
  void enter(Viewer& viewer, std::string&& subject);
  void leave(Viewer& viewer);
  void tell_others(Room& room, const std::string& account);
  void flush(Room& room, Clock::time_point now);
  std::vector<Row> rows_of(const Room& room) const;
  std::string frame_for(const Viewer& viewer, const std::vector<Row>& rows);

  const Config config_;
  ControlFrames frames_;
  std::vector<std::unique_ptr<Viewer>> viewers_;
  std::unordered_map<std::string, std::unique_ptr<Room>> rooms_;  // by subject; none is empty
};

}  // namespace luuvet::server
