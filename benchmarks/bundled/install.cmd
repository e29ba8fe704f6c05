@echo off
setlocal
set "PY="
for %%V in (3.13 3.12 3.11) do if not defined PY py -%%V -c "pass" >nul 2>nul && set "PY=py -%%V"
if not defined PY python -c "import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12), (3, 13)))" >nul 2>nul && set "PY=python"
if not defined PY goto nopython
%PY% -X utf8 "%~dp0install.py" %*
set "RC=%ERRORLEVEL%"
goto done
:nopython
chcp 65001 >nul
type "%~dp0no-python.txt"
set "RC=1"
:done
echo %CMDCMDLINE% | find /i "/c" >nul && pause
exit /b %RC%
