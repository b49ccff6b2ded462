// bundle: question
// What a reader answers in words or by choosing: questions, predictions and reflections, in one script with what they share.
import "../question";
import "../reflection";
