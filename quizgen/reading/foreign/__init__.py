"""Files of other programs to plain records: spreadsheets, Quizlet's and Anki's exports."""
