@echo off
rem The imodel command on Windows: finds a JDK 21 or newer, builds on first use, runs the command line.
rem Delete cli\target\imodel to have it built again.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
set "IMODEL_HOME=%ROOT%cli\target\imodel"
set "JDK="
set "NEWEST=20"
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK (
  for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\openjdk*\current") do call :consider "%%~D"
)
if not defined JDK (
  for /f "delims=" %%J in ('where javac 2^>nul') do call :consider "%%~dpJ.."
)
if not defined JDK (
  echo No JDK 21 or newer was found. Install one, or set JAVA_HOME to its folder. 1>&2
  exit /b 1
)
if not exist "%IMODEL_HOME%\built" (
  echo imodel: building, about a minute ... 1>&2
  set "JAVA_HOME=!JDK!"
  pushd "%ROOT%"
  call mvn -q -B -pl cli -am package -Dmaven.test.skip -Dspotless.check.skip -Danimal.sniffer.skip > "%TEMP%\imodel-build.log" 2>&1 <nul
  if errorlevel 1 (
    type "%TEMP%\imodel-build.log" 1>&2
    popd
    exit /b 1
  )
  popd
  echo built > "%IMODEL_HOME%\built"
)
"%JDK%\bin\java" -XX:+UseSerialGC -Xms16m -Xmx512m -Xlog:disable --enable-native-access=ALL-UNNAMED -Djava.locale.providers=SPI %IMODEL_JAVA_OPTS% -cp "%IMODEL_HOME%\lib\*" "-Dimodel4j.launcher=%~f0" "-Dimodel4j.home=%IMODEL_HOME%" "-Dimodel4j.native=%IMODEL_HOME%\native" org.imodel4j.cli.Imodel %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\javac.exe" exit /b 0
set "MAJOR="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul`) do for /f "delims=." %%M in (%%V) do set "MAJOR=%%~M"
if not defined MAJOR exit /b 0
if %MAJOR% GTR %NEWEST% (
  set "NEWEST=%MAJOR%"
  set "JDK=%~1"
)
exit /b 0
