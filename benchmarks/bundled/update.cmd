@echo off
call "%~dp0install.cmd" --update %*
