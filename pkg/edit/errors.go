package edit

import "fmt"

// ChangedMeanwhile says that a file does not hold what a change was made from.
// Nothing has been written.
type ChangedMeanwhile struct{ Path string }

func (e *ChangedMeanwhile) Error() string {
	return fmt.Sprintf("%s is not as it was when it was read; nothing was written\nrun the command again, so that it works on what the file now holds", e.Path)
}

// Swedish says the same in Swedish.
func (e *ChangedMeanwhile) Swedish() string {
	return fmt.Sprintf("%s är inte längre som när den lästes; ingenting skrevs\nkör kommandot igen, så att det utgår från det som nu står i filen", e.Path)
}

// Busy says that a write is under way, or was broken off: Finish ends it.
type Busy struct{ Dir string }

func (e *Busy) Error() string {
	return fmt.Sprintf("something else is writing in %s; nothing was written\nrun the command again when that is done", e.Dir)
}

// Swedish says the same in Swedish.
func (e *Busy) Swedish() string {
	return fmt.Sprintf("något annat skriver i %s; ingenting skrevs\nkör kommandot igen när det är klart", e.Dir)
}

// NotAList says that acknowledged.yaml does not hold a list with each entry on
// lines of its own, so that nothing can be written into it.
type NotAList struct{}

func (*NotAList) Error() string {
	return "acknowledged.yaml is not a list with each entry on lines of its own; nothing was written\nmend the file first: vis validate tells what is wrong with it"
}

// Swedish says the same in Swedish.
func (*NotAList) Swedish() string {
	return "acknowledged.yaml är inte en lista med varje post på egna rader; ingenting skrevs\nrätta filen först: vis validate säger vad som är fel i den"
}
