# -DMASHANG_SANITIZE=address,undefined or thread; the presets asan and tsan set it.
set(MASHANG_SANITIZE "" CACHE STRING "value for -fsanitize=")
if(MASHANG_SANITIZE)
  # -g1 names the lines of a report and compiles a fifth faster than -g.
  add_compile_options(-fsanitize=${MASHANG_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${MASHANG_SANITIZE})
  if(MASHANG_SANITIZE MATCHES "thread")
    # Asio uses atomic_thread_fence, which g++ warns about under -fsanitize=thread.
    add_compile_options(-Wno-tsan)
  endif()
  if(MASHANG_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
    # These look at every pointer and cost a third of the compile time. A null one ends the program
    # under AddressSanitizer as well, our processors read what is not aligned, and there is hardly a
    # virtual function here.
    add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      # Its marks before functions don't go together with coroutines in clang 14.
      add_compile_options(-fno-sanitize=function)
    endif()
  endif()
endif()
