#include "domain/base/subject.h"

#include <gtest/gtest.h>

namespace luuvet::test {
namespace {

TEST(Subject, S01ReadsWhatItWrites) {
  for (const char* text :
       {"log/0123456789abcdef", "calendar/vn", "task/da11.ii.ix.1.5", "assignment/da11.ii.ix.1.5.xa-bac-ha",
        "agency-group/cac-so-nganh", "thread/task/t1", "thread/assignment/t1.joint", "reporting-duty/r1"}) {
    const auto subject = parse_subject(text);
    ASSERT_TRUE(subject) << text;
    EXPECT_EQ(subject->text(), text);
  }
}
TEST(Subject, S01RefusesWhatIsNoSubject) {
  for (const std::string& text :
       {std::string("task"), std::string("task/"), std::string("tasks/t1"), std::string("task/T1"),
        std::string("task/-a"), std::string("task/a b"), std::string("task/a/b"), std::string("thread/t1"),
        std::string("thread/thread/task/t1"), std::string("thread/calendar/vn"), "task/" + std::string(171, 'a')})
    EXPECT_FALSE(parse_subject(text)) << text;
}
TEST(Subject, S02AssignmentIdsSplitFromTheRight) {
  const AssignmentId id = assignment_id({"da11.ii.1"}, "xa-a");
  EXPECT_EQ(id.value, "da11.ii.1.xa-a");
  const auto parts = split(id);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->task.value, "da11.ii.1");
  EXPECT_EQ(parts->unit.value, "xa-a");
  for (const char* bad : {"", "t1", ".xa", "t1."}) EXPECT_FALSE(split(AssignmentId{bad})) << bad;
}

}  // namespace
}  // namespace luuvet::test
