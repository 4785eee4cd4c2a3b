# add_layer(NAME [LEFT layer] [PACKAGES target...] [THREADED unit...]): one folder of src/ as one static
# library. Sources are every .cpp of the folder but the tests; every *_test.cpp beside them joins NAME_test.
# THREADED: the units whose tests bring several threads together. ThreadSanitizer's build has these
# tests and no others, since it could find nothing in them.
find_package(GTest REQUIRED)
include(GoogleTest)

# Hundreds of tests open a store of their own. In memory their commits, each waited for, take a fifth
# of the time; what is proved is not the disk.
set(MASHANG_TEST_FOLDER /tmp)
if(EXISTS /dev/shm)
  set(MASHANG_TEST_FOLDER /dev/shm)
endif()

# A cold machine compiles each test once: a release has none, and the sanitizers' builds have them.
option(MASHANG_LAYER_TESTS "build the tests that stand beside the units" ON)

function(add_layer name)
  cmake_parse_arguments(ARG "" "LEFT" "PACKAGES;THREADED" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    add_library(mashang_${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(mashang_${name} STATIC ${sources})
    set(scope PUBLIC)
  endif()
  target_include_directories(mashang_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  if(ARG_LEFT)
    target_link_libraries(mashang_${name} ${scope} mashang_${ARG_LEFT})
  endif()
  target_link_libraries(mashang_${name} ${scope} ${ARG_PACKAGES})
  if(MASHANG_SANITIZE MATCHES "thread")
    list(TRANSFORM ARG_THREADED REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/src/${name}/\\1_test.cpp")
    set(tests ${ARG_THREADED})
  endif()
  if(tests AND MASHANG_LAYER_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE mashang_${name} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE MASHANG_ROOT="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60
      PROPERTIES ENVIRONMENT TMPDIR=${MASHANG_TEST_FOLDER})
  endif()
endfunction()
