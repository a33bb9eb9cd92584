"""How gunicorn serves the site. It reads this file where it is started; its command line comes last."""

workers = 3
worker_class = "config.gunicorn_worker.PatientWorker"
threads = 4
timeout = 60
graceful_timeout = 30
# Each worker loads the code itself: a reload takes the new one.
preload_app = False
logger_class = "config.gunicorn_log.NoAddresses"
accesslog = None
control_socket_disable = True


def on_reload(server):
    server.cfg.worker_class.note_reload()
