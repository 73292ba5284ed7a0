@echo off
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version 2>&1 | findstr /r "version..25" >nul
if errorlevel 1 (
  echo Maily Console needs Java 25: install a JDK or JRE 25 or point JAVA_HOME at one. 1>&2
  exit /b 5
)
"%JAVA%" -XX:+UseSerialGC -Xms96m -XX:MaxHeapFreeRatio=40 --enable-native-access=ALL-UNNAMED %MAILY_JAVA_OPTIONS% -cp "%APP%\lib\*" com.maily.console.app.Main %*
