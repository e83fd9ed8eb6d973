_plan() {
    local found one IFS=$'\n'
    COMPREPLY=()
    found=$(COMPLETE=bash PROGRAM -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    if [[ $? == 9 ]]; then
        compopt -o default 2>/dev/null
    elif [[ -n $found ]]; then
        while IFS= read -r one; do COMPREPLY+=("$one"); done <<< "$found"
    fi
}
complete -o nosort -F _plan plan 2>/dev/null || complete -F _plan plan
