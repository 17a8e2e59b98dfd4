package git

import "fmt"

// NotARepository says that a folder is in no git repository.
type NotARepository struct {
	Dir string
}

func (e *NotARepository) Error() string {
	return fmt.Sprintf("%s is not in a git repository; expected a folder in one\nconsider “git init” there, or naming a folder in a repository", quote(e.Dir))
}

// Swedish says the same in Swedish.
func (e *NotARepository) Swedish() string {
	return fmt.Sprintf("%s ligger inte i ett git-arkiv; en mapp i ett sådant väntades\nkör ”git init” där, eller ange en mapp i ett arkiv", swedishQuote(e.Dir))
}

// UntrustedRepository says that git will not read a repository because somebody
// else owns it.
type UntrustedRepository struct {
	Dir string
}

func (e *UntrustedRepository) Error() string {
	return fmt.Sprintf("the git repository %s belongs to another user; expected your own, or one you have said you trust\nif you do, consider git config --global --add safe.directory %s", quote(e.Dir), argument(e.Dir))
}

// Swedish says the same in Swedish.
func (e *UntrustedRepository) Swedish() string {
	return fmt.Sprintf("git-arkivet %s tillhör en annan användare; ditt eget, eller ett du sagt att du litar på, väntades\nom du gör det, kör git config --global --add safe.directory %s", swedishQuote(e.Dir), argument(e.Dir))
}

// OutsideRepository says that a path does not lie in the work tree.
type OutsideRepository struct {
	Path, Top string
}

func (e *OutsideRepository) Error() string {
	return fmt.Sprintf("%s is outside the git repository %s; expected a folder in it\nconsider naming one in it, or running in the other repository", quote(e.Path), quote(e.Top))
}

// Swedish says the same in Swedish.
func (e *OutsideRepository) Swedish() string {
	return fmt.Sprintf("%s ligger utanför git-arkivet %s; en mapp i det väntades\nange en sådan, eller kör i det andra arkivet", swedishQuote(e.Path), swedishQuote(e.Top))
}
