function __plan_complete
    COMPLETE=fish PROGRAM -- (commandline --current-process --cut-at-cursor | string collect) 2>/dev/null
end
function __plan_files
    __plan_complete >/dev/null
    test $status -eq 9
end
complete --command plan --keep-order --no-files --arguments '(__plan_complete)'
complete --command plan --condition __plan_files --force-files
