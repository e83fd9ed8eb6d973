#compdef plan
_plan() {
    local found code
    local -a lines values shown
    found=$(COMPLETE=zsh PROGRAM -- "${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" 2>/dev/null)
    code=$?
    if (( code == 9 )); then
        compset -P '--[a-z]##=' || compset -P '--*=' || compset -P '-f'
        _files
    elif [[ -n $found ]]; then
        lines=("${(@f)found}")
        values=("${(@)lines%%$'\t'*}")
        shown=("${(@)lines/$'\t'/  }")
        compadd -U -V plan -l -d shown -a values
    fi
}
# As a file of a package it is loaded at the first Tab, and has to answer it.
if [[ $funcstack[1] == _plan ]]; then
    _plan "$@"
else
    compdef _plan plan
fi
