# One way to make a room (static library), a program and a test, so that every
# target in the house gets the same language level, warnings and sanitizers.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
    # With precompiled headers ccache asks to be told that times and the headers' own defines do
    # not matter; without the base directory no two clones would share anything.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold) # a hundred test programs: linking is half of a small change
endif()

function(_destek_common target)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wimplicit-fallthrough $<$<BOOL:${DESTEK_WERROR}>:-Werror> -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_UP_TO=0x060400
        DESTEK_VERSION="${PROJECT_VERSION}")
    if(DESTEK_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined
            -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
        target_compile_options(${target} PRIVATE -g1) # lines for reports; small and quick to link
    elseif(DESTEK_TSAN)
        target_compile_options(${target} PRIVATE -fsanitize=thread)
        target_link_options(${target} PRIVATE -fsanitize=thread)
    else()
        target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now)
        # -O2 makes GCC 12 suspect std::variant of an alternative it does not hold (GCC bug 80635):
        # the sanitizers of the daily build watch for the real thing.
        target_compile_options(${target} PRIVATE -fstack-protector-strong
            $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    endif()
endfunction()

# Precompiled headers: kinds are shared sets, so that each set is compiled once
# per room and not once per file.
function(_destek_pch target kind)
    if(kind STREQUAL "qtcore")
        target_precompile_headers(${target} PRIVATE <QString> <QByteArray> <QList> <QHash>
            <QJsonObject> <QJsonArray> <QJsonDocument> <QDateTime> <QObject> <functional>
            <memory> <optional> <vector> <string>)
    elseif(kind STREQUAL "qtsql")
        target_precompile_headers(${target} PRIVATE <QString> <QByteArray> <QList> <QHash>
            <QJsonObject> <QJsonArray> <QJsonDocument> <QDateTime> <QObject> <QSqlQuery>
            <QSqlDatabase> <QSqlError> <functional> <memory> <optional> <vector> <string>)
    elseif(kind STREQUAL "qtnet")
        target_precompile_headers(${target} PRIVATE <QString> <QByteArray> <QList> <QHash>
            <QJsonObject> <QJsonArray> <QJsonDocument> <QDateTime> <QObject>
            <QNetworkAccessManager> <QNetworkReply> <functional> <memory> <optional>)
    elseif(kind STREQUAL "widgets")
        target_precompile_headers(${target} PRIVATE <QtWidgets/QtWidgets> <functional> <memory>
            <optional>)
    elseif(kind STREQUAL "qttest")
        target_precompile_headers(${target} PRIVATE <QtCore/QtCore> <QtTest/QtTest> <functional>
            <memory> <optional>)
    endif()
endfunction()

# destek_add_room(NAME core_text PCH qtcore SOURCES a.cpp LINKS destek_core_base Qt6::Core
#                 [PRIVATE_LINKS ...])  ->  static library destek_core_text
function(destek_add_room)
    cmake_parse_arguments(R "" "NAME;PCH" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    set(target destek_${R_NAME})
    if(DESTEK_LENIENT) # while rooms are being written side by side
        foreach(source IN LISTS R_SOURCES)
            if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source} AND NOT IS_ABSOLUTE ${source})
                list(REMOVE_ITEM R_SOURCES ${source})
            endif()
        endforeach()
    endif()
    add_library(${target} STATIC ${R_SOURCES})
    _destek_common(${target})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PUBLIC ${R_LINKS} PRIVATE ${R_PRIVATE_LINKS})
    if(R_PCH)
        _destek_pch(${target} ${R_PCH})
    endif()
endfunction()

# destek_add_program(NAME destekd SOURCES main.cpp LINKS ...)
function(destek_add_program)
    cmake_parse_arguments(P "" "NAME;PCH" "SOURCES;LINKS" ${ARGN})
    add_executable(${P_NAME} ${P_SOURCES})
    _destek_common(${P_NAME})
    set_target_properties(${P_NAME} PROPERTIES AUTOMOC ON)
    target_link_libraries(${P_NAME} PRIVATE ${P_LINKS})
    if(P_PCH)
        _destek_pch(${P_NAME} ${P_PCH})
    endif()
endfunction()

# destek_add_tests(NAME core SOURCES tst_a.cpp tst_b.cpp LINKS ...)
# One executable tst_<NAME>; each source holds one QObject test class, registered with
# DESTEK_TEST(Class) from tests/kit/test_main.h and run as its own ctest entry <NAME>.<Class>.
# The class name is the source's base name in CamelCase without tst_: tst_merkle_tree.cpp ->
# MerkleTree. TIMEOUT is for what hangs, not for what is slow: many times what the class takes on
# a busy machine. Qt's watchdog over a single test function gets the same time.
function(destek_add_tests)
    # In a header, not on every command line: another clone's compilations stay in the cache.
    configure_file(${CMAKE_SOURCE_DIR}/tests/kit/places.h.in ${CMAKE_BINARY_DIR}/tests/kit/places.h
        @ONLY)
    cmake_parse_arguments(T "" "NAME;TIMEOUT;PCH" "SOURCES;LINKS" ${ARGN})
    if(NOT DESTEK_TESTS)
        return()
    endif()
    set(target tst_${T_NAME})
    add_executable(${target} ${T_SOURCES} ${CMAKE_SOURCE_DIR}/tests/kit/test_main.cpp)
    if(T_PCH STREQUAL "widgets")
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests/kit/watched_application.cpp)
    endif()
    _destek_common(${target})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE ${T_LINKS} Qt6::Test)
    if(NOT T_PCH)
        set(T_PCH qttest)
    endif()
    _destek_pch(${target} ${T_PCH})
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 600)
    endif()
    foreach(source IN LISTS T_SOURCES)
        get_filename_component(base ${source} NAME_WE)
        if(NOT base MATCHES "^tst_")
            continue()
        endif()
        string(REGEX REPLACE "^tst_" "" base ${base})
        string(REPLACE "_" ";" parts ${base})
        set(class "")
        foreach(part IN LISTS parts)
            string(SUBSTRING ${part} 0 1 first)
            string(SUBSTRING ${part} 1 -1 rest)
            string(TOUPPER ${first} first)
            string(APPEND class ${first}${rest})
        endforeach()
        file(STRINGS ${source} registered REGEX "^DESTEK_TEST\\(${class}\\)")
        if(NOT registered)
            message(FATAL_ERROR "${source} must end with DESTEK_TEST(${class}): ctest asks for it by that name")
        endif()
        add_test(NAME ${T_NAME}.${class} COMMAND ${target} ${class})
        set_tests_properties(${T_NAME}.${class} PROPERTIES TIMEOUT ${T_TIMEOUT}
            ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${T_TIMEOUT}000;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Europe/Istanbul;QT_LOGGING_RULES=;ASAN_OPTIONS=detect_leaks=0")
    endforeach()
endfunction()
