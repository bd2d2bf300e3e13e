// How many things of one kind go on at once, of one account and of all. Any thread: what holds a slot may end on one.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace luuvet::server {

struct SlotLimits {
  std::size_t account = 1;
  std::size_t all = 1;
};

class Slots {
 public:
  explicit Slots(SlotLimits limits) : limits_(limits) {}

  bool is_full() const {
    const std::lock_guard lock(state_->mutex);
    return state_->all >= limits_.all;
  }
  bool is_full(const std::string& account) const {
    const std::lock_guard lock(state_->mutex);
    const auto used = state_->of.find(account);
    return used != state_->of.end() && used->second >= limits_.account;
  }

  // Taken until what is returned goes, also after this object has gone.
  std::shared_ptr<void> take(const std::string& account) {
    const std::lock_guard lock(state_->mutex);
    ++state_->all;
    ++state_->of[account];
    return {nullptr, [state = state_, account](void*) {
              const std::lock_guard giving_back(state->mutex);
              --state->all;
              if (--state->of[account] == 0) state->of.erase(account);
            }};
  }

 private:
  struct State {
    std::mutex mutex;
    std::size_t all = 0;
    std::map<std::string, std::size_t> of;
  };
  const SlotLimits limits_;
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace luuvet::server
