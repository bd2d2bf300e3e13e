// What the fuzzers call: one entry a target, each takes any bytes. What must hold whatever they are is checked; a check
// that fails ends the process. One thread.
#pragma once

#include <span>
#include <string_view>

namespace luuvet::fuzz {

void command_body(std::string_view bytes);    // the first byte chooses the command, the rest is the body
void record(std::string_view bytes);          // stored bytes
void query(std::string_view bytes);           // "/path?query"
void headers(std::string_view bytes);         // lines "Name: value"
void request_reader(std::string_view bytes);  // the first byte says how it is cut, the rest comes from the socket
void deadline(std::string_view bytes);        // a deadline as printed
void tile_path(std::string_view bytes);       // below /audit/tile/
void live_query(std::string_view bytes);      // the query of /api/v1/live
void looking(std::string_view bytes);         // a text message from a subscriber
void treasury_file(std::string_view bytes);   // a file of the treasury, CSV or XLSX

struct Entry {
  std::string_view name;  // of the target and of its corpus folder
  void (*run)(std::string_view bytes);
};
std::span<const Entry> entries();

}  // namespace luuvet::fuzz
