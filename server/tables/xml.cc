#include "server/tables/xml.h"

#include <expat.h>

#include <charconv>
#include <exception>
#include <memory>

namespace luuvet::server {
namespace {

constexpr char kSeparator = '|';

std::string_view local(std::string_view name) {
  const std::size_t at = name.rfind(kSeparator);
  return at == name.npos ? name : name.substr(at + 1);
}

TableFault not_xml() {
  return {{"Nội dung bên trong tệp bị hỏng.", "What the file holds is damaged."}};
}

TableFault has_dtd() {
  return {{"Tệp có khai báo thực thể (DTD), không được nhận.", "The file declares entities (a DTD): not taken."}};
}

// No exception may pass through expat, which is C: it is kept until the parser has stopped.
struct Parsing {
  XML_Parser parser;
  XmlHandler& handler;
  std::size_t depth_most;
  std::size_t depth = 0;
  std::exception_ptr fault = nullptr;

  template <class F>
  void guarded(const F& f) {
    if (fault) return;
    try {
      f();
    } catch (...) {
      fault = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void on_start(void* user, const char* name, const char** attributes) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guarded([&] {
    if (++parsing.depth > parsing.depth_most) throw not_xml();
    parsing.handler.start(local(name), Attributes(attributes));
  });
}
void on_end(void* user, const char* name) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guarded([&] {
    --parsing.depth;
    parsing.handler.end(local(name));
  });
}
void on_text(void* user, const char* text, int size) {
  auto& parsing = *static_cast<Parsing*>(user);
  parsing.guarded([&] { parsing.handler.text({text, static_cast<std::size_t>(size)}); });
}
void on_doctype(void* user, const char*, const char*, const char*, int) {
  static_cast<Parsing*>(user)->guarded([] { throw has_dtd(); });
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (local(pair[0]) == name) return pair[1];
  return std::nullopt;
}

void read_xml(Package& package, const std::string& part, const TableLimits& limits, XmlHandler& handler) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, kSeparator),
                                                                            &XML_ParserFree);
  Parsing parsing{parser.get(), handler, limits.depth};
  XML_SetUserData(parser.get(), &parsing);
  XML_SetElementHandler(parser.get(), &on_start, &on_end);
  XML_SetCharacterDataHandler(parser.get(), &on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), &on_doctype);
  package.read(part, [&](std::string_view piece, bool last) {
    const XML_Status status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last);
    if (parsing.fault) std::rethrow_exception(parsing.fault);
    if (status != XML_STATUS_OK) throw not_xml();
  });
}

std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace luuvet::server
