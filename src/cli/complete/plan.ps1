Register-ArgumentCompleter -Native -CommandName plan -ScriptBlock {
    param($word, $command, $cursor)
    $length = $cursor - $command.Extent.StartOffset
    $program = $command.GetCommandName()
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object Text.UTF8Encoding
        $env:COMPLETE = 'powershell'
        $env:COMPLETE_LINE = "$command".PadRight($length).Substring(0, $length)
        $found = @(& $program)
    } finally {
        $env:COMPLETE = $env:COMPLETE_LINE = $null
        [Console]::OutputEncoding = $encoding
    }
    foreach ($one in $found) {
        $value, $title = $one -split "`t", 2
        $shown = "$value  $title"
        New-Object Management.Automation.CompletionResult $value, $shown, 'ParameterValue', $shown
    }
}
