# luuvet_test(<name> SOURCES <file>... LIBRARIES <target>... [LABELS <label>] [TIMEOUT <seconds>] [PRECOMPILE <header>...]): one
# GoogleTest program, of which each test is a test of ctest. Labels: fast (the default), slow, sim. Without TIMEOUT, a test may take 60
# seconds. PRECOMPILE: what most sources include, from the top of the tree; GoogleTest comes with it.
find_package(GTest REQUIRED)
include(GoogleTest)

function(luuvet_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABELS;TIMEOUT" "SOURCES;LIBRARIES;PRECOMPILE")
  if(NOT arg_LABELS)
    set(arg_LABELS fast)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gtest GTest::gtest_main)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>) # what is tested is optimised; tests are compiled quickly
  if(arg_PRECOMPILE)
    list(TRANSFORM arg_PRECOMPILE PREPEND ${PROJECT_SOURCE_DIR}/)
    luuvet_precompile(${name} <gtest/gtest.h> ${arg_PRECOMPILE})
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS ${arg_LABELS})
endfunction()
