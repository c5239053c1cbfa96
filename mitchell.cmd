@echo off
rem Runs mitchell from a checkout on Windows: builds target\mitchell.jar when it is missing, then starts it.
rem Needs a JDK 17 or newer, and Maven 3.8 or newer for the build. JAVA_HOME, where set, says which Java.
rem After a change of the sources: mvn -Dmaven.test.skip=true -DskipTests package. (On Linux and macOS the script mitchell sees to that, and to an archive of classes.)
setlocal disabledelayedexpansion
set "here=%~dp0"
set "jar=%here%target\mitchell.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java.exe"
rem Those before Java 16 do not know this option.
"%java%" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if errorlevel 1 (
  echo mitchell: no Java found that is new enough. Install a JDK 17 or newer ^(set JAVA_HOME to it if it is there already^) 1>&2
  exit /b 1
)
if exist "%jar%" goto start
set "maven="
for %%i in (mvn.cmd mvn.bat) do if not defined maven set "maven=%%~$PATH:i"
if not defined maven (
  echo mitchell: "%jar%" is to be built, and there is no Maven. Install Maven 3.8 or newer 1>&2
  exit /b 1
)
echo mitchell: building "%jar%" ^(the first time takes a minute or two^) ... 1>&2
pushd "%here%"
if not defined MAVEN_OPTS set "MAVEN_OPTS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
call "%maven%" -q -B -Dmaven.test.skip=true -DskipTests package 1>&2
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
  echo mitchell: the build failed; its output is above 1>&2
  exit /b 1
)
:start
rem Java gets its words in the code page of the system; the environment keeps all letters.
set MITCHELL_WORDS=%*
"%java%" -XX:+UseSerialGC -XX:MaxRAMPercentage=70 -Dfile.encoding=UTF-8 -Dmitchell.command=mitchell -Dmitchell.words=true -jar "%jar%" %*
exit /b %errorlevel%
