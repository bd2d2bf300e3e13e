# luuvet_test(<name> SOURCES <file>... LIBRARIES <target>... [LABELS <label>] [TIMEOUT <seconds>]): one GoogleTest program, of which each
# test is a test of ctest. Labels: fast (the default), slow, sim. Without TIMEOUT, a test may take 60 seconds.
find_package(GTest REQUIRED)
include(GoogleTest)

function(luuvet_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABELS;TIMEOUT" "SOURCES;LIBRARIES")
  if(NOT arg_LABELS)
    set(arg_LABELS fast)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gtest GTest::gtest_main)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS ${arg_LABELS})
endfunction()
