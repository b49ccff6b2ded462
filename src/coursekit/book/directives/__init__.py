"""What stands in a page as a directive: questions, exercises, labs, glossary terms, memos and the rest."""
